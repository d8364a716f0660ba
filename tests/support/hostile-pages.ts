const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Hostile</title></head><body>${body}</body></html>`;

/** Pages that mean harm, or are merely too much; `ends` says how printing them ends. */
export const hostilePages: { name: string; html: string; ends: RegExp | 'pdf' | 'either' }[] = [
  {
    name: 'a huge DOM',
    html: page(`<script>document.write('<p>row <b>of</b> many</p>'.repeat(400000))</script>`),
    ends: /too big|took too long|does not answer/,
  },
  {
    name: 'an endless canvas',
    html: page(
      `<h1>Drawn</h1><canvas id="c" width="16000" height="16000"></canvas><script>document.getElementById('c').getContext('2d').fillRect(0, 0, 9, 9)</script>`,
    ),
    ends: 'either',
  },
  {
    name: 'globals that are not what they were',
    html: page(`<h1>Polluted</h1><form><input name="firstChild"><input name="nextSibling"><input name="attributes"><input name="localName"></form><img name="body"><img name="documentElement">
<script>
Array.from = Array.prototype.map = Array.prototype.join = String.prototype.replace = () => { throw new Error('no') };
Object.prototype.get = Object.prototype.depth = Object.prototype.refused = 'polluted'; window.fetch = () => new Promise(() => {});
Node.prototype.nextSibling = null; Object.defineProperty(Node.prototype, 'firstChild', { get: () => document });
window.Promise = window.FileReader = window.URL = undefined; document.querySelectorAll = () => { throw new Error('no') };
</script>`),
    ends: 'pdf',
  },
  {
    name: 'scripts that react to the snapshot',
    html: page(
      `<h1>Reacts</h1><div id="grows"></div><script>addEventListener('beforeprint', () => { for (let i = 0; i < 200; i++) grows.append(Object.assign(document.createElement('p'), { textContent: 'added ' + i })); });
new MutationObserver(() => { if (grows.childElementCount < 20000) grows.append(document.createElement('p')); }).observe(document, { subtree: true, childList: true, attributes: true });</script>`,
    ),
    ends: 'pdf',
  },
  {
    name: 'a print handler that never ends',
    html: page(`<h1>Endless</h1><script>addEventListener('beforeprint', () => { for (;;); })</script>`),
    ends: /does not answer/,
  },
  {
    name: '10,000 pictures',
    html: page(
      `<h1>Pictures</h1>${'<img src="/dot.png?N" width="10" height="10">'.repeat(10_000).replace(/N/g, () => String(Math.random()))}`,
    ),
    ends: 'either',
  },
  {
    name: 'style sheets that import each other',
    html: page('<link rel="stylesheet" href="/round.css"><h1>Round</h1>'),
    ends: 'pdf',
  },
  {
    name: 'a picture that never comes',
    html: page('<h1>Waits</h1><img src="/never.png" width="10" height="10">'),
    ends: 'pdf',
  },
  {
    name: 'two thousand boxes inside each other',
    html: page(
      `<h1>Deep</h1><script>let at = document.body; for (let i = 0; i < 2000; i++) { const box = document.createElement('div'); at.append(box); at = box; }</script>`,
    ),
    ends: 'either',
  },
];
