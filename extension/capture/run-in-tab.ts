import { browser } from 'wxt/browser';
import { type FailureCode, TabpostError } from '../../domain/failure.ts';

/** An open alert() makes executeScript hang without end. */
const dialogMs = 10_000;

const reasons: [RegExp, FailureCode][] = [
  [/showing error page|frame.*was removed|no frame with id|no tab with id/i, 'page-error'],
  [/cannot access (?:a|the) |cannot be scripted|extensions gallery/i, 'page-blocked'],
  [/cannot access contents|missing host permission/i, 'page-hidden'],
];

type Options<Args extends unknown[]> = {
  args?: Args;
  /** ms until the page counts as blocked by a dialog. */
  deadlineMs?: number;
  /** Also while the document is still arriving. */
  immediately?: boolean;
};

/**
 * Runs a function in the tab's top frame, in the isolated world: the page's own CSP and globals do not reach it.
 * @throws TabpostError `page-blocked`, `page-hidden`, `page-error`, `page-busy`
 */
export async function runInTab<Result, Args extends unknown[] = []>(
  tabId: number,
  func: (...args: Args) => Result,
  options: Options<Args> = {},
): Promise<Awaited<Result>> {
  const [result] = await runInFrames(tabId, func, options);
  if (!result) throw new TabpostError('page-error');
  return result.result as Awaited<Result>;
}

export type FrameResult<Result> = { frameId: number; result?: Result };

/** The same in every frame the extension may enter; frames of other sites are silently left out by the browser. */
export async function runInFrames<Result, Args extends unknown[] = []>(
  tabId: number,
  func: (...args: Args) => Result,
  { args, deadlineMs = dialogMs, immediately, allFrames }: Options<Args> & { allFrames?: boolean } = {},
): Promise<FrameResult<Awaited<Result>>[]> {
  const target = { tabId, ...(allFrames && { allFrames }) };
  const injection = { target, func, ...(args && { args }), ...(immediately && { injectImmediately: true }) };
  return inject(injection, deadlineMs);
}

/**
 * Runs a file of the extension in the tab's top frame; it gives back what the file's last expression does.
 * @throws TabpostError as runInTab
 */
export async function runFileInTab<Result>(tabId: number, file: string, deadlineMs: number): Promise<Result> {
  const [result] = await inject<Result>({ target: { tabId }, files: [file] }, deadlineMs);
  if (result?.result === undefined) throw new TabpostError('page-error');
  return result.result;
}

async function inject<Result>(injection: object, deadlineMs: number): Promise<FrameResult<Result>[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TabpostError('page-busy')), deadlineMs);
  });
  try {
    const results = await Promise.race([browser.scripting.executeScript(injection as never), deadline]);
    return results as FrameResult<Result>[];
  } catch (error) {
    throw translate(error);
  } finally {
    clearTimeout(timer);
  }
}

function translate(error: unknown): TabpostError {
  if (error instanceof TabpostError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  const code = reasons.find(([pattern]) => pattern.test(detail))?.[1] ?? 'page-error';
  return new TabpostError(code, { detail, cause: error });
}
