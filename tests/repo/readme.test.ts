import { expect, it } from 'vitest';
import { withTroubleshooting } from '../../scripts/troubleshooting-table.ts';
import { textOf } from './repository.ts';

it('the troubleshooting table of the README says what the pages say; `npm run protocol` writes it anew', async () => {
  const readme = textOf('README.md');
  expect(readme).toBe(await withTroubleshooting(readme));
  expect(readme).toMatch(/\| Not sent: the server refused your sign-in +\|/);
  expect(readme).not.toMatch(/\{\w+\}/);
});
