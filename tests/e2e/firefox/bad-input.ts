import { expect, firefoxOffice, sees, showInvoice, test } from '../../support/firefox-office.ts';
import { pictures } from '../../support/firefox-picture.ts';

const office = firefoxOffice({ companion: false });

test('without a companion the popup says so and gives the way to it', async () => {
  const { firefox } = office();
  await showInvoice(office());
  const popup = await firefox.press();
  await sees(popup, "The Tabpost companion isn't installed");
  expect(await popup.isEnabled('button', 'Check again')).toBe(true);
  await pictures(firefox, 'popup', 'firefox-companion-missing');
});
