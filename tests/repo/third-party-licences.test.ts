import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { thirdPartyLicences } from '../../scripts/third-party-licences.ts';

const notices = thirdPartyLicences().split(`\n\n${'-'.repeat(80)}\n\n`);

test.each(Object.entries(manifest.dependencies))('%s: the text of its licence comes along', (name, version) => {
  const notice = notices.find((text) => text.startsWith(`${name} ${version}, `));
  expect(notice).toMatch(/without warranty|no warranty|"?as is"?/i);
});

test('nothing that is shipped stands under a GPL or AGPL', () => {
  const headings = notices.map((notice) => notice.split('\n')[0]);
  expect(headings.filter((heading) => /GPL/.test(heading ?? ''))).toEqual([]);
});
