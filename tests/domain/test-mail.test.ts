import { expect, it } from 'vitest';
import { envelopeRecipients } from '../../domain/mail.ts';
import { testMail } from '../../domain/test-mail.ts';
import { sampleMail, sampleProfile } from './samples.ts';

it('a test message goes to the own address only, from the real sender', () => {
  const [attachment] = sampleMail.attachments;
  if (!attachment) throw new Error('the sample has a PDF');
  const content = { subject: 'Test', text: 'Hello', attachment, now: new Date() };
  const mail = testMail({ ...sampleProfile, sender: { name: 'X', address: 'other@corp.test' } }, content);
  expect(envelopeRecipients(mail)).toEqual([sampleProfile.email]);
  expect(mail).toMatchObject({ from: { address: 'other@corp.test' }, replyTo: sampleProfile.replyTo });
});
