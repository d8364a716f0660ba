import type { ChromeScope } from './chrome-scope.ts';
import { findElement } from './find-element.ts';

/** Where a page is drawn: the popup of the toolbar button, the tab in front, or the sidebar. */
export type Place = 'popup' | 'tab' | 'sidebar';

/** Runs a function inside the page; undefined when there is no such page. The function gets the document and `findElement`. */
export type InFrame = <Args extends unknown[], Result>(
  act: (page: Document, find: typeof findElement, ...args: Args) => Result,
  ...args: Args
) => Promise<Awaited<Result> | undefined>;

/** By a frame script: BiDi does not know popups, and this reaches whichever process the page lives in. */
export function inFrame(chrome: ChromeScope, place: Place): InFrame {
  return async (act, ...args) => {
    const answer = await chrome.run(askFrame, place, String(findElement), String(act), args);
    if (answer?.error) throw new Error(answer.error);
    return answer?.value as never;
  };
}

type Answer = { value?: unknown; error?: string };

function askFrame(place: Place, find: string, act: string, args: unknown[]): Promise<Answer> | undefined {
  const panels = document.querySelector('#sidebar') as HTMLIFrameElement | null;
  const frames = {
    tab: gBrowser.selectedBrowser,
    popup: document.querySelector('browser.webextension-popup-browser') as FirefoxBrowser | null,
    sidebar: (panels?.contentDocument?.querySelector('#webext-panels-browser') ?? null) as FirefoxBrowser | null,
  };
  const frame = frames[place];
  if (!frame) return undefined;
  const name = `answer-${crypto.randomUUID()}`;
  const code = `(async () => {
    const send = (answer) => sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify(answer));
    try { send({ value: await (${act})(content.document, ${find}, ...${JSON.stringify(args)}) }); }
    catch (error) { send({ error: String(error) }); }
  })()`;
  return new Promise((resolve) => {
    const listener = ({ data }: { data: unknown }) => {
      frame.messageManager.removeMessageListener(name, listener);
      resolve(JSON.parse(String(data)) as Answer);
    };
    frame.messageManager.addMessageListener(name, listener);
    setTimeout(() => resolve({ error: `the ${place} did not answer` }), 10_000);
    // A popup that closes before it answers has nothing to say any more.
    frame.closest('panel')?.addEventListener('popuphidden', () => resolve({}), { once: true });
    frame.messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(code)}`,
      false,
    );
  });
}
