import { sha256 } from '../../../scripts/demo/sha256.ts';
import { addRecipient, attachedIn, expect, firefoxOffice, sees, sendTo, test } from '../../support/firefox-office.ts';
import { pictures } from '../../support/firefox-picture.ts';
import { lastMail } from '../../support/papers/paper-office.ts';
import { startPaperSite } from '../../support/papers/paper-site.ts';
import { smallPdf } from '../../support/papers/small-pdf.ts';

const office = firefoxOffice();
const heading = 'The page shows something else now';
const [first, second] = ['first', 'second'].map((text) => sha256(smallPdf(text)));

test('an application that shows all its invoices at one address: the PDF is of the invoice that is shown, or a person is asked', async () => {
  const { firefox, inbox } = office();
  const papers = await startPaperSite();
  await firefox.open(`${papers.here}/one-address?embedded`);
  const popup = await firefox.press();
  expect(await attachedIn(popup)).toMatchObject([{ sha256: first }]);
  await addRecipient(popup, 'anna@northwind.example');
  await sees(popup, 'Ready');
  await firefox.closePopup();

  await test.step('another one by a script: asked, and begun anew', async () => {
    await firefox.tab.click('button', 'Show 0042');
    await firefox.press();
    await sees(popup, heading);
    expect(await attachedIn(popup)).toMatchObject([{ sha256: first }]);
    expect(await popup.isEnabled('button', /^Send\b/)).toBe(false);
    await pictures(firefox, 'popup', 'firefox-elsewhere');
    await popup.click('button', 'Start over');
    await expect.poll(async () => (await attachedIn(popup))[0]?.sha256).toBe(second);
    expect(await popup.text()).not.toContain('anna@northwind.example');
    await sendTo(popup, 'ben@northwind.example');
    await sees(popup, /Accepted by localhost/);
    expect((await lastMail(inbox)).map(([, hash]) => hash)).toEqual([second]);
    await firefox.closePopup();
  });

  await test.step('after that mail, another one by loading the page: a new message to nobody yet', async () => {
    await reload();
    await firefox.press();
    expect(await attachedIn(popup)).toMatchObject([{ sha256: first }]);
    expect(await popup.text()).not.toContain('ben@northwind.example');
    await addRecipient(popup, 'carla@northwind.example');
    await sees(popup, 'Ready');
    await firefox.closePopup();
  });

  await test.step('the same one loaded anew: nothing typed is lost, nothing is asked', async () => {
    await reload();
    await firefox.press();
    await sees(popup, 'carla@northwind.example');
    await sees(popup, 'Picked up where you left off');
    expect(await popup.text()).not.toContain(heading);
    await firefox.closePopup();
  });

  await test.step('another one, and a person keeps the PDF', async () => {
    await firefox.tab.click('button', 'Show 0042');
    await firefox.press();
    await popup.click('button', 'Keep this PDF');
    await expect.poll(() => popup.isEnabled('button', /^Send\b/)).toBe(true);
    expect(await attachedIn(popup)).toMatchObject([{ sha256: first }]);
  });
  await papers.close();
});

/** The tab in front, to its end. */
async function reload(): Promise<void> {
  const { tab } = office().firefox;
  await tab.run((page) => {
    page.documentElement.dataset.before = '';
    page.defaultView?.location.reload();
  });
  const isNew = (page: Document) => page.readyState === 'complete' && page.documentElement.dataset.before === undefined;
  await expect.poll(() => tab.run(isNew)).toBe(true);
}
