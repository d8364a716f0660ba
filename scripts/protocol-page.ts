import { readFileSync } from 'node:fs';
import { failures } from '../domain/failure.ts';
import * as limits from '../protocol/limits.ts';
import { native, nativeEvents } from '../protocol/native.ts';
import { callFrame, eventFrame, failureFrame, type Procedure, replyFrame, streamFrame } from '../protocol/rpc.ts';
import { docComments } from './doc-comments.ts';
import { jsonSchema, namedTypes } from './protocol-types.ts';
import { fieldTable, type JsonSchema, typeText } from './schema-table.ts';

const intro = `# Protocol

Generated from \`protocol/native.ts\` and the schemas it names by \`npm run protocol\`; a test compares this page with the code. Do not edit it.

Two programs speak it: the extension asks, the companion answers and reports. The browser starts the companion as a native-messaging
host and carries each frame as JSON in UTF-8 behind its length, 32 bits in the byte order of the machine.

- A request has an id; its reply or failure bears the same id. Replies may come in any order.
- Every request has a deadline. Silence, or a port that closes first, means what the procedure says under "silence"; it never means success.
- \`ping\` and \`hello\` are answered at any time, everything else only after \`hello\`.
- A frame that is none, an unknown procedure or a body off its schema is answered with a failure and touches nothing else. Unknown fields in requests are refused.
- A procedure with upload is followed by \`chunk\` frames (base64, numbered from 0), then \`end\`. \`abort\`, a chunk out of order or a lost port leave nothing behind.
- A procedure with download sends \`chunk\` frames and \`end\` (with their SHA-256) before its reply. Bytes that differ in number or hash count for nothing.`;

/** PROTOCOL.md as it must be for the code as it is. */
export function protocolPage(): string {
  const sections = [
    intro,
    framesSection(),
    limitsSection(),
    proceduresSection(),
    eventsSection(),
    typesSection(),
    failuresSection(),
  ];
  return `${sections.join('\n\n')}\n`;
}

function docsOf(file: string): Map<string, string> {
  return docComments(source(file));
}

function source(file: string): string {
  return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
}

function framesSection(): string {
  const streams = jsonSchema(streamFrame).oneOf ?? jsonSchema(streamFrame).anyOf ?? [];
  const frames: [string, string, JsonSchema][] = [
    ['request', 'extension to companion', jsonSchema(callFrame)],
    ...streams.map((stream): [string, string, JsonSchema] => [
      String(stream.properties?.type?.const),
      'either way',
      stream,
    ]),
    ['reply', 'companion to extension', jsonSchema(replyFrame)],
    ['failure', 'companion to extension', jsonSchema(failureFrame)],
    ['event', 'companion to extension', jsonSchema(eventFrame)],
  ];
  const rows = frames.map(([name, way, schema]) => `| ${name} | ${way} | ${fieldList(schema)} |`);
  return ['## Frames', '', '| frame | way | fields |', '| --- | --- | --- |', ...rows].join('\n');
}

function fieldList({ properties = {}, required = [] }: JsonSchema): string {
  return Object.entries(properties)
    .map(([name, field]) => `\`${name}${required.includes(name) ? '' : '?'}\`: ${typeText(field)}`)
    .join('; ');
}

function limitsSection(): string {
  const docs = docsOf('protocol/limits.ts');
  // Sorted: bundlers and Node give a module's exports in different orders.
  const byName = Object.entries(limits).sort(([a], [b]) => a.localeCompare(b));
  const rows = byName.map(([name, value]) => {
    const text = typeof value === 'number' ? String(value) : `${value.min} to ${value.max}`;
    return `| \`${name}\` | ${text} | ${docs.get(name) ?? ''} |`;
  });
  return ['## Limits', '', '| name | value | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function proceduresSection(): string {
  const docs = docsOf('protocol/native.ts');
  const procedures: [string, Procedure][] = Object.entries(native);
  return ['## Procedures', ...procedures.map(([name, procedure]) => procedureText(name, procedure, docs))].join('\n\n');
}

function procedureText(name: string, procedure: Procedure, docs: Map<string, string>): string {
  const { request, response, timeoutMs, onLost, upload, download } = procedure;
  // A field of the same name in the reply is another thing: only the request's is documented under it.
  const replyDocs = new Map([...docs].filter(([field]) => !jsonSchema(request).properties?.[field]));
  const facts = `Deadline ${timeoutMs / 1000} s · silence: \`${onLost}\`${upload ? ' · with upload' : ''}${download ? ' · with download' : ''}`;
  return [`### ${name}`, docs.get(name), facts, body('Request', request, docs), body('Reply', response, replyDocs)]
    .filter(Boolean)
    .join('\n\n');
}

function body(title: string, schema: Procedure['request'], docs: Map<string, string>): string {
  const named = namedTypes.find((type) => type.schema === schema);
  if (named) return `${title}: [${named.name}](#${named.name.toLowerCase()})`;
  const json = jsonSchema(schema);
  if (Object.keys(json.properties ?? {}).length === 0) return `${title}: no fields.`;
  return `${title}:\n\n${fieldTable(json, docs)}`;
}

function eventsSection(): string {
  const docs = docComments(source('protocol/native.ts').split('export const nativeEvents')[1] ?? '');
  const events = Object.entries(nativeEvents).map(([name, schema]) =>
    [`### Event ${name}`, docs.get(name), body('Body', schema, docs)].join('\n\n'),
  );
  return ['## Events', ...events].join('\n\n');
}

function typesSection(): string {
  const types = namedTypes.map(({ name, schema, file, declared }) => {
    const docs = docsOf(file);
    const json = jsonSchema(schema);
    const own = json.$defs?.[name] ?? json;
    const shape = own.properties ? fieldTable(own, docs) : `Type: ${typeText(own)}`;
    return [`### ${name}`, docs.get(declared), shape].filter(Boolean).join('\n\n');
  });
  return ['## Types', ...types].join('\n\n');
}

function failuresSection(): string {
  const rows = Object.entries(failures).map(([code, { retry, when }]) => `| \`${code}\` | ${retry} | ${when} |`);
  const text = `A failure is data: \`{ code, detail?, address? }\`. Codes are appended, never renamed or reused. \`retry\` says who may try again:
\`never\` a machine nor the same press, \`later\` the outbox by itself, \`ask\` only a person who has read the advice.`;
  return ['## Failures', '', text, '', '| code | retry | when |', '| --- | --- | --- |', ...rows].join('\n');
}
