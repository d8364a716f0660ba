import type { ChromeScope } from './chrome-scope.ts';
import type { Place } from './frame.ts';

/** Mouse and keyboard as the browser gets them from the system: they carry the user's activation, as permission prompts ask for. */
export type Hands = {
  /** Coordinates within the page. */
  click(place: Place, point: { x: number; y: number }): Promise<void>;
  /** Presses keys one after the other: letters, or names like "Enter". */
  keys(keys: string[]): Promise<void>;
};

export function createHands(chrome: ChromeScope): Hands {
  return {
    click: (place, { x, y }) => chrome.run(clickAt, place, x, y),
    keys: (keys) => chrome.run(pressKeys, keys),
  };
}

function clickAt(place: Place, x: number, y: number): void {
  const popup = document.querySelector('browser.webextension-popup-browser');
  const frame = place === 'popup' ? popup : gBrowser.selectedBrowser;
  const { left = 0, top = 0 } = frame?.getBoundingClientRect() ?? {};
  const real = { isDOMEventSynthesized: false, isWidgetEventSynthesized: false };
  for (const [type, buttons] of Object.entries({ mousemove: 0, mousedown: 1, mouseup: 0 })) {
    const mouse = { button: 0, buttons, clickCount: 1 };
    (window as unknown as FirefoxWindow).synthesizeMouseEvent(type, left + x, top + y, mouse, real);
  }
}

function pressKeys(keys: string[]): void {
  const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  input?.beginInputTransactionForTests(window);
  for (const key of keys) {
    const event = new KeyboardEvent('', { key });
    input?.keydown(event);
    input?.keyup(event);
  }
}
