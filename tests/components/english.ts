import { fileURLToPath } from 'node:url';
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const file = fileURLToPath(new URL('../../locales/en.yml', import.meta.url));
const messages: Record<string, { message: string }> = JSON.parse(
  generateChromeMessagesText(await parseMessagesFile(file)),
);

/** The English words as the browser would give them. Import this before anything that reads words. */
function getMessage(key: string, substitutions: string | (string | number)[] = []): string {
  const values = [substitutions].flat();
  return (messages[key]?.message ?? '').replace(/\$([1-9])/g, (_place, n) => String(values[Number(n) - 1] ?? ''));
}

fakeBrowser.i18n.getMessage = getMessage;

/** Every word of the locale by its key, `a_b_c`. */
export const words: Record<string, string> = Object.fromEntries(
  Object.entries(messages).map(([key, { message }]) => [key, message]),
);
