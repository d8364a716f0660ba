import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type InvoiceSite = {
  /** Address of the sample invoice; it needs the session cookie that `/` gives. */
  invoiceUrl: string;
  uncachedUrl: string;
  url: string;
  pdf: Buffer;
  /** GET requests for the invoice so far. */
  hits(): number;
  close(): Promise<void>;
};

const path = '/invoices/2026-0417.pdf';
/** The same invoice, but the browser may keep no copy: every look at it asks the server again. */
const uncachedPath = '/invoices/2026-0418.pdf';

/** A web application that shows one invoice as a PDF to whoever is signed in, as most invoicing software does. */
export async function startInvoiceSite(options: { port?: number } = {}): Promise<InvoiceSite> {
  const pdf = readFileSync(new URL('invoice-2026-0417.pdf', import.meta.url));
  let hits = 0;
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(path) && request.url !== uncachedPath) return home(response);
    hits++;
    if (!request.headers.cookie?.includes('session=demo')) return signIn(response);
    answerPdf(request, response, pdf);
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    invoiceUrl: `${url}${path}`,
    uncachedUrl: `${url}${uncachedPath}`,
    pdf,
    hits: () => hits,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answerPdf(request: IncomingMessage, response: ServerResponse, pdf: Buffer) {
  response.setHeader('Content-Type', 'application/pdf');
  response.setHeader('Content-Disposition', 'inline; filename="Invoice-2026-0417.pdf"');
  response.setHeader('Cache-Control', request.url === uncachedPath ? 'no-store' : 'private, max-age=60');
  response.setHeader('Content-Length', pdf.length);
  response.end(request.method === 'HEAD' ? undefined : pdf);
}

function home(response: ServerResponse) {
  response.setHeader('Set-Cookie', 'session=demo; Path=/; HttpOnly; SameSite=Strict');
  html(
    response,
    `<h1>Acme invoices</h1><p><a href="${path}">Invoice 2026-0417</a> · Northwind Traders · 1,248.00 €</p>`,
  );
}

function signIn(response: ServerResponse) {
  html(response, '<h1>Acme invoices</h1><p>Please <a href="/">sign in</a>.</p>');
}

function html(response: ServerResponse, body: string) {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  const style = ':root{color-scheme:light dark}body{font:16px/24px system-ui;max-width:40rem;margin:3rem auto}';
  response.end(`<!doctype html><html lang="en"><title>Acme invoices</title><style>${style}</style>${body}</html>`);
}
