import type { BrowserContext, Locator, Page } from 'playwright/test';

/** Presses a button of the popup that leads to a tab: the popup may be gone before it can tell that it was pressed. */
export async function pressAway(context: BrowserContext, button: Locator): Promise<Page> {
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    button.click().catch((error) => {
      if (!button.page().isClosed()) throw error;
    }),
  ]);
  return tab;
}
