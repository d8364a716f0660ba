import type { Contact } from '../../domain/contact.ts';
import type { LineChange } from '../../domain/contact-front.ts';
import { lineKey, readContactLine } from '../../domain/contact-line.ts';
import { toFailure } from '../../domain/failure.ts';
import { type ImportPlan, planImport } from '../../domain/import-plan.ts';
import type { Some } from '../../domain/some.ts';
import { readShards } from '../storage/contact-shards.ts';
import { mergeIntoContacts, undoContacts } from '../storage/contacts.ts';
import type { FileReply, FileRequest, ImportPreview, ReadRequest } from './messages.ts';
import { readContactsFile } from './read-contacts-file.ts';
import { contactsFile, mimeTypes } from './write-contacts-file.ts';

// Reads and writes files beside the page, so that whatever is in them never keeps the page from answering.

let plan: ImportPlan | undefined;
let changes: LineChange[] = [];

self.onmessage = ({ data }: MessageEvent<FileRequest>) => {
  answer(data).then(reply, (error: unknown) => reply({ type: 'failed', failure: toFailure(error) }));
};

function reply(message: FileReply): void {
  self.postMessage(message);
}

async function answer(request: FileRequest): Promise<FileReply> {
  switch (request.type) {
    case 'read':
      return { type: 'preview', preview: await read(request) };
    case 'store':
      changes = plan ? await mergeIntoContacts(plan.lines) : [];
      plan = undefined;
      return { type: 'stored' };
    case 'undo':
      await undoContacts(changes);
      return { type: 'stored' };
    case 'write':
      return { type: 'file', blob: await write(request) };
  }
}

async function read({ file, old, rules }: ReadRequest): Promise<ImportPreview> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const progress = (share: number) => reply({ type: 'progress', share });
  const { encoding, ...incoming } = readContactsFile(bytes, { old, rules, progress });
  const lines = (await readShards()).flatMap((text) => text.split('\n'));
  plan = planImport(incoming, new Map(lines.map((line) => [lineKey(line), line])));
  const { lines: _lines, added, merged, ...others } = plan;
  return { encoding, added: entries(added), merged: entries(merged), ...others };
}

async function write({ format, addresses }: Extract<FileRequest, { type: 'write' }>): Promise<Blob> {
  const wanted = addresses && new Set(addresses);
  const contacts = (await readShards())
    .flatMap((text) => text.split('\n'))
    .map(readContactLine)
    .filter(({ address }) => !wanted || wanted.has(address))
    .sort((a, b) => (a.name || a.address).localeCompare(b.name || b.address));
  return new Blob([contactsFile(contacts, format)], { type: mimeTypes[format] });
}

function entries({ count, first }: Some<string>): Some<Contact> {
  return { count, first: first.map(readContactLine) };
}
