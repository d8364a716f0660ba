import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * An application that shows all its invoices at one address: by a form that posts, and by a script in the page. With `?embedded` the
 * invoice is a PDF in a frame.
 */
export async function oneAddress(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let posted = '';
  for await (const part of request) posted += String(part);
  const number = new URLSearchParams(posted).get('invoice') ?? '0041';
  const frame = request.url?.endsWith('?embedded') ? '<iframe></iframe>' : '';
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><title>Invoices</title>
<h1>Invoices</h1>
<p><time></time> Messages (<span></span>)</p>
<p>Invoice 2026-<b>${number}</b> for Harbor Ltd, total 1,190.00</p>${frame}
<form method="post"><button name="invoice" value="0042">Post 0042</button></form>
<button type="button" onclick="show('0041')">Show 0041</button>
<button type="button" onclick="show('0042')">Show 0042</button>
<script>
  const write = (name, text) => (document.querySelector(name).textContent = text);
  function show(number) {
    document.title = 'Invoice 2026-' + number;
    write('b', number);
    const frame = document.querySelector('iframe');
    if (frame) frame.src = number === '0041' ? '/a.pdf' : '/b.pdf';
  }
  write('time', new Date().toLocaleTimeString());
  write('span', Math.floor(Math.random() * 100));
  show('${number}');
</script>`);
}
