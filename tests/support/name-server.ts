import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** `MX 10 mail.corp.test` or `SRV 0 1 465 mail.corp.test`, by name. */
export type Zone = Record<string, string[]>;

export type NameServer = {
  /** For `Resolver.setServers`. */
  address: string;
  /** Names that were asked for, each with its type. */
  asked: string[];
  close(): Promise<void>;
};

const types: Record<number, string> = { 15: 'MX', 33: 'SRV' };
const nameError = 3;

/** A DNS server of one's own (RFC 1035) that knows a few records; undefined as zone: it never answers. */
export async function startNameServer(zone: Zone | undefined): Promise<NameServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, { port, address }) => {
    const { name, type, end } = questionOf(query);
    asked.push(`${name} ${types[type] ?? type}`);
    if (!zone) return;
    const records = (zone[name.toLowerCase()] ?? []).filter((record) => record.startsWith(`${types[type]} `));
    const head = Buffer.alloc(12);
    head.writeUInt16BE(query.readUInt16BE(0), 0);
    head.writeUInt16BE(0x8180 | (name.toLowerCase() in zone ? 0 : nameError), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    const answers = records.map((record) => answer(type, dataOf(record)));
    socket.send(Buffer.concat([head, query.subarray(12, end), ...answers]), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function questionOf(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.'), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** The name points back at the question (RFC 1035 4.1.4). */
function answer(type: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length]);
  return Buffer.concat([head, data]);
}

function dataOf(record: string): Buffer {
  const [, ...words] = record.split(' ');
  const host = words.pop() ?? '';
  const numbers = words.flatMap((word) => [Number(word) >> 8, Number(word) & 0xff]);
  const labels = host.split('.').filter(Boolean);
  return Buffer.concat([
    Buffer.from(numbers),
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);
}
