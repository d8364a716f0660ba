import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cssText } from '../../../../extension/capture/snapshot/css-text.ts';

beforeEach(() => void vi.stubGlobal('document', { characterSet: 'windows-1252' }));
afterEach(() => void vi.unstubAllGlobals());

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each<[string, Uint8Array<ArrayBuffer> | string, string, string]>([
  ['the encoding of the page when nothing is said', latin('a{content:"é"}'), 'text/css', 'a{content:"é"}'],
  ['what the server says', 'a{content:"é"}', 'text/css; charset=utf-8', 'a{content:"é"}'],
  ['what the sheet says', '@charset "utf-8";a{content:"é"}', 'text/css', '@charset "utf-8";a{content:"é"}'],
  ['a mark at its start before all', '\ufeffa{content:"é"}', 'text/css; charset=latin1', 'a{content:"é"}'],
  ['an encoding nobody knows', 'a{content:"é"}', 'text/css; charset=klingon', 'a{content:"é"}'],
])('a style sheet is read by %s', async (_name, bytes, type, text) => {
  expect(await cssText(new Blob([bytes], { type }))).toBe(text);
});
