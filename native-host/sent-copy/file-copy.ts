import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { type Failure, TabpostError, toFailure } from '../../domain/failure.ts';
import type { Server } from '../../domain/profile.ts';
import { wireForms } from '../delivery/clean-text.ts';
import { type Login, withSystemAuthorities } from '../delivery/server-options.ts';
import { imapError } from './imap-error.ts';
import { imapOptions } from './imap-options.ts';
import type { SentCopy } from './sent-copy.ts';

export type Copy = {
  target: SentCopy & { pin?: Server['pin'] };
  login: Login;
  messageId: string;
  /** The whole message. imapflow takes it as one piece only. */
  bytes(): Promise<Buffer>;
};

/**
 * Files a copy in the Sent folder, marked as read, unless one with this Message-ID is there already: after a crash it is asked for again.
 * @returns what kept it from it: `folder-missing`, `copy-refused`, `login-refused`, those of a connection. Plain data, because this part of
 * the program is bundled by itself and has error classes of its own.
 */
export async function fileCopy(copy: Copy): Promise<Failure | undefined> {
  const options = imapOptions(copy.target, copy.login);
  const failure = await fileBy(options, copy);
  const mayKnowMore = failure?.code === 'certificate-untrusted' && !copy.target.pin;
  return mayKnowMore ? fileBy(withSystemAuthorities(options), copy) : failure;
}

async function fileBy(
  options: ImapFlowOptions,
  { target, login, messageId, bytes }: Copy,
): Promise<Failure | undefined> {
  const client = new ImapFlow(options);
  let failure: unknown;
  client.on('error', (error: unknown) => {
    failure ??= error; // the calls that wait fail by themselves; without a listener Node would end
  });
  try {
    await client.connect();
    const folder = await sentFolder(client, target);
    if (await isThere(client, folder, messageId)) return undefined;
    const appended = await client.append(folder, await bytes(), ['\\Seen']);
    return appended ? undefined : { code: 'copy-refused' };
  } catch (error) {
    return toFailure(imapError(failure ?? error, target, wireForms(login)));
  } finally {
    client.close();
  }
}

/** @throws TabpostError `folder-missing` */
async function sentFolder(client: ImapFlow, { folder }: SentCopy): Promise<string> {
  const folders = await client.list();
  const found = folder
    ? folders.find(({ path, name }) => path === folder || name === folder)
    : folders.find(({ specialUse }) => specialUse === '\\Sent');
  if (!found) throw new TabpostError('folder-missing', folder ? { detail: folder } : {});
  return found.path;
}

async function isThere(client: ImapFlow, folder: string, messageId: string): Promise<boolean> {
  await client.mailboxOpen(folder);
  const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
  return Array.isArray(found) && found.length > 0;
}
