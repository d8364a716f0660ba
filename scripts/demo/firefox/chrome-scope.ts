import type { Browser } from 'puppeteer-core';

/** Runs functions in the browser's own window, where the toolbar, popups, prompts and the mouse are. */
export type ChromeScope = {
  /** Arguments and result travel as JSON; the function may use nothing from outside itself. */
  run<Args extends unknown[], Result>(act: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
};

type Answer = { result: { context?: string; contexts: { context: string; url: string }[]; result: Remote } };
type Remote = { type?: string; value?: string; exceptionDetails?: { text: string } };
/** Puppeteer keeps its connection to itself; there is no other way to the chrome scope. Its version is pinned. */
type Connected = { connection: { send(method: string, params: object): Promise<Answer> } };

export async function openChromeScope(browser: Browser): Promise<ChromeScope> {
  const { connection } = browser as unknown as Connected;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts.find(({ url }) => url.endsWith('browser.xhtml'))?.context;
  return {
    async run(act, ...args) {
      const { result } = await connection.send('script.callFunction', {
        target: { context },
        awaitPromise: true,
        functionDeclaration: `async json => JSON.stringify(await (${act})(...JSON.parse(json))) ?? null`,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
      });
      const { exceptionDetails, result: remote } = result as unknown as { result: Remote } & Remote;
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return remote?.value === undefined ? undefined : JSON.parse(remote.value);
    },
  };
}
