import { writeFileSync } from 'node:fs';
import { until } from '../until.ts';
import type { ChromeScope } from './chrome-scope.ts';
import { type Role, type Wanted, wanted } from './find-element.ts';
import { type InFrame, inFrame, type Place } from './frame.ts';
import { createHands } from './hands.ts';

type Name = string | RegExp;

/** A page of ours as a person uses it: by what it says, by the mouse, by keys. */
export type Surface = {
  run: InFrame;
  /** What can be read on it; empty when it is closed. */
  text(): Promise<string>;
  /** Clicks, as soon as the element is there, at rest, switched on and not covered. */
  click(role: Role, name: Name): Promise<void>;
  /** Puts the text in the place of what the field holds. */
  fill(label: Name, text: string): Promise<void>;
  keys(...keys: string[]): Promise<void>;
  value(label: Name): Promise<string | undefined>;
  isEnabled(role: Role, name: Name): Promise<boolean>;
  isChecked(role: 'radio' | 'checkbox', name: Name): Promise<boolean>;
  picture(path: string): Promise<void>;
};

export function surface(chrome: ChromeScope, place: Place): Surface {
  const run = inFrame(chrome, place);
  const hands = createHands(chrome);
  // biome-ignore lint/performance/useDomNodeTextContent: what people can read is meant, without what is hidden
  const text = async () => (await run((page) => page.body?.innerText ?? '')) ?? '';
  const click = async (role: Role, name: Name) => {
    const what = async () => `${role} ${name} to be clickable in:\n${await text()}`;
    const point = await until(() => run(clickablePoint, wanted(role, name)), what);
    // The click travels to the page's process by itself; what follows must not overtake it.
    await run(listenForClick);
    await hands.click(place, point);
    await run(heardClick);
  };
  return {
    run,
    text,
    click,
    async fill(label, letters) {
      await click('textbox', label);
      await run(selectAll, wanted('textbox', label));
      await hands.keys(letters === '' ? ['Delete'] : [...letters]);
    },
    keys: (...keys) => hands.keys(keys),
    value: (label) => run(textIn, wanted('textbox', label)),
    isEnabled: async (role, name) => (await run(enabled, wanted(role, name))) ?? false,
    isChecked: async (role, name) => (await run(checked, wanted(role, name))) ?? false,
    async picture(path) {
      writeFileSync(path, Buffer.from(await chrome.run(snapshot, place), 'base64'));
    },
  };
}

type Find = (page: Document, wanted: Wanted) => HTMLElement | undefined;
type Point = { x: number; y: number };

/** Its middle, when it stayed where it is for some frames: what is drawn anew or still scrolls would slip away under the mouse. */
async function clickablePoint(page: Document, find: Find, what: Wanted): Promise<Point | undefined> {
  const element = find(page, what);
  const view = page.defaultView;
  if (!element || !view || element.matches(':disabled')) return undefined;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const middle = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const point = middle();
  for (let frames = 0; frames < 3; frames++) {
    await new Promise((drawn) => view.requestAnimationFrame(drawn));
    const { x, y } = middle();
    if (x !== point.x || y !== point.y) return undefined;
  }
  const hit = page.elementFromPoint(point.x, point.y);
  const label = hit?.closest('label');
  return hit && (element.contains(hit) || label?.contains(element)) ? point : undefined;
}

/** What one function leaves for the next one in the same frame. */
type FrameScope = { click?: Promise<unknown> };

/** Answers after whatever the page does at a click. */
function listenForClick(page: Document): void {
  const view = page.defaultView;
  (globalThis as FrameScope).click = new Promise((heard) => {
    page.addEventListener('click', () => view?.setTimeout(heard), { once: true, capture: true });
  });
}

function heardClick(): Promise<void> | undefined {
  return (globalThis as FrameScope).click?.then(() => undefined);
}

function selectAll(page: Document, find: Find, what: Wanted): void {
  (find(page, what) as HTMLInputElement | undefined)?.select();
}

function textIn(page: Document, find: Find, what: Wanted): string | undefined {
  return (find(page, what) as HTMLInputElement | undefined)?.value;
}

function enabled(page: Document, find: Find, what: Wanted): boolean {
  return find(page, what)?.matches(':enabled') ?? false;
}

function checked(page: Document, find: Find, what: Wanted): boolean {
  return find(page, what)?.matches(':checked, [aria-checked=true]') ?? false;
}

/** PNG as base64. */
async function snapshot(place: Place): Promise<string> {
  const popup = document.querySelector('browser.webextension-popup-browser') as FirefoxBrowser | null;
  const frame = place === 'popup' && popup ? popup : gBrowser.selectedBrowser;
  const bitmap = await frame.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL().split(',')[1] ?? '';
}
