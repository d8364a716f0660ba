import { expect, it } from 'vitest';
import { docComments } from '../../scripts/doc-comments.ts';
import { protocolPage } from '../../scripts/protocol-page.ts';
import { typeText } from '../../scripts/schema-table.ts';
import { textOf } from './repository.ts';

it('PROTOCOL.md says what the code says; `npm run protocol` writes it anew', () => {
  expect(textOf('PROTOCOL.md')).toBe(protocolPage());
});

it.each([
  [{ type: 'integer', minimum: 1, maximum: 9 }, 'integer (1 to 9)'],
  [{ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, 'integer (from 0)'],
  [{ type: 'array', items: { $ref: '#/$defs/Mail' }, maxItems: 3 }, 'list of [Mail](#mail) (up to 3 entries)'],
  [{ enum: ['a', 'b'] }, '`"a"` \\| `"b"`'],
  [{ type: 'string', format: 'uuid', pattern: '^x$' }, 'uuid'],
])('%j reads %s', (schema, text) => {
  expect(typeText(schema)).toBe(text);
});

it('a doc comment belongs to the name behind it, never to a later one', () => {
  const docs = docComments(
    '/** One. */ call();\n/**\n * Two\n * lines.\n */\nexport const b = 1;\n/** Three. */\nc: 2',
  );
  expect(Object.fromEntries(docs)).toEqual({ b: 'Two lines.', c: 'Three.' });
});
