import { until } from '../until.ts';
import type { ChromeScope } from './chrome-scope.ts';
import { wanted } from './find-element.ts';
import type { Surface } from './surface.ts';

type Choice = { entry: string; link?: string | undefined };
type Point = { x: number; y: number };

/** Opens the page's own menu with the right button and picks one of our entries, as a person does. */
export async function pickFromMenu(chrome: ChromeScope, tab: Surface, { entry, link }: Choice): Promise<void> {
  const point = link === undefined ? { x: 600, y: 500 } : await middleOf(tab, link);
  await chrome.run(clickRight, point);
  await until(
    () => chrome.run(hasEntry, entry),
    () => `the menu to offer ${entry}`,
  );
  await chrome.run(activate, entry);
}

async function middleOf(tab: Surface, link: string): Promise<Point> {
  const point = await tab.run(
    (page, find, what) => {
      const { left, top, width, height } = find(page, what)?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    wanted('link', link),
  );
  if (!point) throw new Error(`no link ${link}`);
  return point;
}

function clickRight({ x, y }: Point): void {
  const { left, top } = gBrowser.selectedBrowser.getBoundingClientRect();
  const real = { isDOMEventSynthesized: false, isWidgetEventSynthesized: false };
  for (const [type, buttons] of Object.entries({ mousemove: 0, mousedown: 2, mouseup: 0, contextmenu: 0 })) {
    const mouse = { button: type === 'mousemove' ? 0 : 2, buttons, clickCount: 1 };
    (window as unknown as FirefoxWindow).synthesizeMouseEvent(type, left + x, top + y, mouse, real);
  }
}

function hasEntry(entry: string): boolean {
  const menu = document.querySelector('#contentAreaContextMenu') as FirefoxMenu | null;
  return menu?.state === 'open' && menu.querySelector(`menuitem[label="${entry}"]`) !== null;
}

function activate(entry: string): void {
  const menu = document.querySelector('#contentAreaContextMenu') as FirefoxMenu | null;
  const item = menu?.querySelector(`menuitem[label="${entry}"]`);
  if (item) menu?.activateItem(item);
}
