import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { oneAddress } from './one-address.ts';
import { pages } from './pages.ts';
import { smallPdf } from './small-pdf.ts';

export type PaperSite = {
  /** The same server is two sites: `here` and, by another name, `elsewhere`. */
  here: string;
  elsewhere: string;
  /** Requests to this path so far, as methods: `['GET', 'GET']`. */
  hits(path: string): string[];
  close(): Promise<void>;
};

type Answer = (request: IncomingMessage, response: ServerResponse, hits: number) => void;

/** An invoicing application that shows PDFs in every way there is. It counts what it is asked. */
export async function startPaperSite(): Promise<PaperSite> {
  const log = new Map<string, string[]>();
  const server = createServer((request, response) => {
    const path = String(request.url);
    const before = log.get(path) ?? [];
    log.set(path, [...before, String(request.method)]);
    const answer = answers[path.split('?')[0] ?? ''];
    if (answer) return answer(request, response, before.length);
    const { port } = server.address() as AddressInfo;
    const html = pages[path]?.(`http://localhost:${port}`);
    response.writeHead(html === undefined ? 404 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Set-Cookie': 'session=papers; Path=/; HttpOnly; SameSite=Strict',
    });
    response.end(html ?? 'not here');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    here: `http://127.0.0.1:${port}`,
    elsewhere: `http://localhost:${port}`,
    hits: (path) => log.get(path) ?? [],
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const kept = { 'Cache-Control': 'private, max-age=60' };

function pdf(response: ServerResponse, text: string, headers: Record<string, string> = kept, padding = 0): void {
  const bytes = smallPdf(text, padding);
  response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': bytes.length, ...headers });
  response.end(bytes);
}

function refused(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/html' });
  response.end(`<h1>${status}</h1>`);
}

const answers: Record<string, Answer> = {
  '/signed-in.pdf': (request, response) =>
    request.headers.cookie?.includes('session=papers') ? pdf(response, 'signed in') : refused(response, 401),
  '/document': (_request, response) =>
    pdf(response, 'named by the server', {
      ...kept,
      'Content-Disposition': 'inline; filename="Rechnung.pdf"; filename*=UTF-8\'\'Rechnung%20%E2%82%AC%2017.pdf',
    }),
  '/redirect': (_request, response) => response.writeHead(302, { Location: '/document' }).end(),
  '/sandbox.pdf': (_request, response) => pdf(response, 'sandboxed', { ...kept, 'Content-Security-Policy': 'sandbox' }),
  '/big.pdf': (_request, response) => pdf(response, 'big', kept, 45_000_000),
  '/one-megabyte.pdf': (_request, response) => pdf(response, 'one megabyte', kept, 1_048_576),
  '/once.pdf': (_request, response, hits) => (hits === 0 ? pdf(response, 'once') : refused(response, 410)),
  '/once-unkept.pdf': (_request, response, hits) =>
    hits === 0 ? pdf(response, 'once', { 'Cache-Control': 'no-store' }) : refused(response, 410),
  '/posted.pdf': (request, response) => (request.method === 'POST' ? pdf(response, 'posted') : refused(response, 405)),
  '/posted-template.pdf': (request, response) =>
    pdf(response, request.method === 'POST' ? 'the invoice of this customer' : 'an empty template'),
  '/a.pdf': (_request, response) => pdf(response, 'first'),
  '/made.pdf': (_request, response) => pdf(response, 'made here'),
  '/b.pdf': (_request, response) => pdf(response, 'second'),
  '/c.pdf': (_request, response) => pdf(response, 'third'),
  '/one-address': (request, response) => void oneAddress(request, response),
  '/login.pdf': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<h1>Please sign in</h1>');
  },
  '/endless.html': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.write(`<title>Endless</title>${'<p>still coming</p>'.repeat(200)}`); // the rest never comes
  },
};
