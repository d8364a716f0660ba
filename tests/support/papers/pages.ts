import { smallPdf } from './small-pdf.ts';

const dataUrl = `data:application/pdf;base64,${smallPdf('in the page').toString('base64')}`;
const blobOf = (path: string) =>
  `fetch('${path}').then((answer) => answer.blob()).then((blob) => URL.createObjectURL(blob))`;

/** HTML pages of the site by path; `elsewhere` is the same server under another name. */
export const pages: Record<string, (elsewhere: string) => string> = {
  '/': () => '<title>Papers</title><h1>Papers</h1>',
  '/form': () => form('/posted.pdf'),
  '/template-form': () => form('/posted-template.pdf'),
  '/blob': () => `<title>Maker</title><button id="open">Open</button>
    <script>open.onclick = null; document.getElementById('open').onclick = async () => {
      const url = await ${blobOf('/made.pdf')}; window.made = url; window.open(url); };</script>`,
  '/iframe': () => page('<iframe src="/a.pdf"></iframe>'),
  '/iframe-plain': () => page('<iframe src="/document"></iframe>'),
  '/embed': () => page('<embed src="/a.pdf" type="application/pdf">'),
  '/object': () => page('<object data="/a.pdf" type="application/pdf"></object>'),
  '/iframe-blob': () =>
    page(
      `<iframe></iframe><script>${blobOf('/a.pdf')}.then((url) => { document.querySelector('iframe').src = url; });</script>`,
    ),
  '/embed-data': () => page(`<embed src="${dataUrl}" type="application/pdf">`),
  '/several': () => page('<iframe src="/a.pdf" title="Invoice"></iframe><iframe src="/b.pdf" title="Terms"></iframe>'),
  '/embed-elsewhere': (elsewhere) => page(`<iframe src="${elsewhere}/b.pdf"></iframe>`),
  '/links': (elsewhere) =>
    page(`<p>Invoice 2026-17</p><a href="/a.pdf">Download invoice</a> <a href="/document">PDF</a>
      <a href="${elsewhere}/b.pdf">Terms (PDF)</a> <a href="/">Home</a>`),
  '/link-to-login': () => page('<a href="/login.pdf">Statement as PDF</a>'),
  '/alert': () => page('<script>setTimeout(() => alert("Session ends soon"))</script>'),
};

function page(body: string): string {
  return `<!doctype html><title>Invoice 2026-17 - Papers</title><style>iframe,embed,object{width:400px;height:300px}</style>${body}`;
}

function form(action: string): string {
  return `<title>Form</title><form method="post" action="${action}"><button>Show</button></form>`;
}
