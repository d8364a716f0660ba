import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { PNG } from 'pngjs';

const folder = join(import.meta.dirname, '../fixtures/pages');

/** Names of the invoice pages in tests/fixtures/pages. */
export const pageNames = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5));

export type PageSite = { url: string; addressOf(name: string): string; close(): Promise<void> };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/** Fonts of this computer, served as web fonts. */
const fonts: Record<string, string> = {
  '/fonts/serif.ttf': 'Liberation Serif:regular',
  '/fonts/serif-bold.ttf': 'Liberation Serif:bold',
};

/**
 * A web application with the pages of tests/fixtures/pages; its pictures under `/guarded/` are for whoever has the session.
 * @param more answers some addresses before
 */
export async function startPageSite(more: Record<string, RequestListener> = {}): Promise<PageSite> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const own = more[pathname];
    if (own) return own(request, response);
    if (pathname.startsWith('/guarded/')) {
      if (!request.headers.cookie?.includes('session=open')) return void response.writeHead(403).end();
      return void response.setHeader('Content-Type', 'image/png').end(logo(searchParams.has('double') ? 2 : 1));
    }
    const file = fileFor(pathname);
    if (!file) return void response.writeHead(404).end();
    response.setHeader('Set-Cookie', 'session=open; HttpOnly; SameSite=Strict; Path=/');
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    addressOf: (name) => `${url}/${name}.html`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function fileFor(pathname: string): string | undefined {
  const font = fonts[pathname];
  if (font) return execFileSync('fc-match', ['-f', '%{file}', font], { encoding: 'utf8' });
  const path = join(folder, pathname);
  return path.startsWith(folder) && extname(path) && existsSync(path) ? path : undefined;
}

function logo(scale: number): Buffer {
  const png = new PNG({ width: 200 * scale, height: 100 * scale });
  for (let at = 0; at < png.data.length; at += 4) {
    const [x, y] = [(at / 4) % png.width, Math.floor(at / 4 / png.width)];
    png.data.set([(x * 255) / png.width, (y * 255) / png.height, 120, 255], at);
  }
  return PNG.sync.write(png);
}
