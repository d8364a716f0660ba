import type { Preset } from '../../../domain/presets.ts';

/** Blanks of any kind (a no-break space, a line end) and characters of no width that pages put between the groups. */
const blank = '[\\s\\u200b-\\u200d\\u2060]';
const groups = new RegExp(`^${blank}*[a-z]{4}(?:${blank}*[a-z]{4}){3}${blank}*$`);
/** Four words of four letters make a pass phrase as well: blanks only go where they stand between the groups or around it all. */
const between = new RegExp(blank, 'g');

/** Takes the blanks out of a pasted app password of sixteen letters. Any other password stays untouched: a blank may belong to it. */
export function cleanAppPassword(password: string): { password: string; removed: number } {
  if (!groups.test(password)) return { password, removed: 0 };
  const clean = password.replace(between, '');
  return { password: clean, removed: password.length - clean.length };
}

/** Whether what is typed cannot be an app password of a provider that takes nothing else; known before anybody is asked. */
export function isNormalPassword(password: string, preset: Preset | undefined): boolean {
  if (password === '' || preset?.appPassword !== 'letters') return false;
  return !/^[a-z]{16}$/.test(cleanAppPassword(password).password);
}
