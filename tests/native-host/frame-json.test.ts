import { expect, test } from 'vitest';
import { parseFrame } from '../../native-host/frame-json.ts';

const chunk = (data: string, head = '"v":1,"id":"1","type":"chunk","seq":0') => `{${head},"data":"${data}"}`;

/** Chunks are read by a short cut: whatever comes, it has to say what JSON says. */
test.each([
  ['a chunk', chunk('QUJD')],
  ['an empty one', chunk('')],
  ['a long one', chunk('QUJD'.repeat(65_536))],
  ['its type behind its data', '{"v":1,"id":"1","seq":0,"data":"QUJD","type":"chunk"}'],
  ['another order', chunk('QUJD', '"type":"chunk","seq":0,"v":1,"id":"1"')],
  ['letters beyond ASCII', chunk('Größe')],
  ['an escaped quote', chunk('QU\\"JD')],
  ['an escaped letter', chunk('\\u0041')],
  ['an escape at the end', chunk('QUJD\\\\')],
  ['a quote in the data', chunk('QU"JD')],
  ['data twice', chunk('QUJD', '"type":"chunk","data":"a"')],
  ['data deeper down', '{"type":"chunk","more":{"data":"QUJD"}'],
  ['data deeper down, closed', '{"type":"chunk","more":{"data":"QUJD"}}'],
  ['data that only looks like it', '{"type":"chunk","id":"\\"data\\":\\"QUJD"}'],
  ['no chunk', chunk('QUJD', '"v":1,"id":"1","type":"probe"')],
  ['a type from afar', chunk('QUJD', '"__proto__":{"type":"chunk"}')],
  ['a list', '["data":"QUJD"}'],
  ['a broken head', chunk('QUJD', '"v":1,,"type":"chunk"')],
  ['a long head', chunk('QUJD', `"id":"${'1'.repeat(300)}","type":"chunk"`)],
  ['a byte order mark', `\uFEFF${chunk('QUJD')}`],
  ['a blank behind it', `${chunk('QUJD')} `],
])('%s is read as JSON', (_name, text) => {
  expect(parseFrame(Buffer.from(text))).toEqual(ofJson(text));
});

test('broken UTF-8 in a chunk is none', () => {
  expect(parseFrame(Buffer.from(chunk('QU\xFFJD'), 'latin1'))).toBeUndefined();
});

function ofJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
