import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import type { ReceivedMessage } from './inbox.ts';

/** Answers `/` with the list of messages and `/N/M` with attachment M of message N. */
export async function inboxPage(messages: ReceivedMessage[], request: IncomingMessage, response: ServerResponse) {
  const [, index, attachment] = /^\/(\d+)\/(\d+)$/.exec(request.url ?? '') ?? [];
  const mails = await Promise.all(messages.map(({ raw }) => simpleParser(raw)));
  const file = mails[Number(index)]?.attachments[Number(attachment)];
  if (file) return response.setHeader('Content-Type', file.contentType).end(file.content);
  if (request.url !== '/') return response.writeHead(404).end();
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
  response.end(page(messages.map((message, at) => row(message, mails[at], at)).reverse()));
}

function row({ to, from, receivedAt }: ReceivedMessage, mail: ParsedMail | undefined, index: number): string {
  const files = (mail?.attachments ?? []).map((file, at) => link(file, `/${index}/${at}`)).join('');
  return `<article><h2>${escaped(mail?.subject ?? '')}</h2>
<p>from ${escaped(from)} to <b>${to.map(escaped).join(', ')}</b> · ${receivedAt.toLocaleTimeString()}</p>
<pre>${escaped(mail?.text ?? '')}</pre>${files}</article>`;
}

function link(file: Attachment, address: string): string {
  return `<a href="${address}">${escaped(file.filename ?? 'attachment')} (${Math.ceil(file.size / 1000)} KB)</a> `;
}

function page(rows: string[]): string {
  const empty = '<p class="empty">Nothing has arrived yet. What Tabpost sends shows up here by itself.</p>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Demo inbox (${rows.length})</title>
<style>:root{color-scheme:light dark}body{font:15px/22px system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem}
article{border:1px solid #8886;border-radius:12px;padding:1rem 1.25rem;margin:1rem 0}h1{font-size:20px}h2{font-size:16px;margin:0}
p{margin:.25rem 0;opacity:.8}pre{font:inherit;white-space:pre-wrap}.empty{opacity:.7}</style>
<h1>Demo inbox</h1>${rows.join('') || empty}</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
