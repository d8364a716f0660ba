import { browser } from 'wxt/browser';
import { type FailureCode, TabpostError } from '../../domain/failure.ts';

/** An open alert() makes executeScript hang without end. */
const dialogMs = 10_000;

const reasons: [RegExp, FailureCode][] = [
  [/showing error page|frame.*was removed|no frame with id|no tab with id/i, 'page-error'],
  [/cannot access|cannot be scripted|missing host permission|extensions gallery/i, 'page-blocked'],
];

/**
 * Runs a function in the tab's top frame, in the isolated world: the page's own CSP and globals do not reach it.
 * @throws TabpostError `page-blocked`, `page-error`, `page-busy`
 */
export async function runInTab<Result>(
  tabId: number,
  func: () => Result,
  deadlineMs = dialogMs,
): Promise<Awaited<Result>> {
  const silent = Symbol('silent');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<typeof silent>((resolve) => {
    timer = setTimeout(() => resolve(silent), deadlineMs);
  });
  try {
    const results = await Promise.race([browser.scripting.executeScript({ target: { tabId }, func }), deadline]);
    if (results === silent) throw new TabpostError('page-busy');
    const result = results[0];
    if (!result) throw new TabpostError('page-error');
    return result.result as Awaited<Result>;
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
