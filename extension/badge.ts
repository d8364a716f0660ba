import { browser } from 'wxt/browser';
import { countOutbox } from './storage/outbox.ts';

/** ms for which a check mark tells of a mail that was sent. */
const checkFor = 4000;

// Dark enough for white letters.
const colours = { attention: '#ad1f1a', sent: '#17663a', waiting: '#0b6170' };

export type Badge = {
  /** Draws what the outbox holds now. */
  draw(): Promise<void>;
  /** A check mark for a moment. */
  sent(): void;
};

/** The toolbar button's badge: `!` = somebody has to look, a number = so many on their way, a check mark = just sent. */
export function createBadge(): Badge {
  let check: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  async function draw(): Promise<void> {
    const turn = ++latest; // a slow count must not undo a later one
    const { count, attention } = await countOutbox('waiting', 'sending');
    if (turn !== latest) return;
    if (attention > 0) return show('!', colours.attention);
    if (check === undefined) await show(count > 0 ? String(count) : '', colours.waiting);
  }

  function sent(): void {
    clearTimeout(check);
    check = setTimeout(() => {
      check = undefined;
      void draw();
    }, checkFor);
    latest++;
    void show('✓', colours.sent);
  }

  return { draw, sent };
}

async function show(text: string, color: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color });
  await browser.action.setBadgeText({ text });
}
