import { blankDraft, type Draft } from '../../domain/draft.ts';
import type { Mail } from '../../domain/mail.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Profile } from '../../domain/profile.ts';
import { emptySettings, type Settings } from '../../domain/settings.ts';

export const sampleId = '3f2f9a0e-6c54-4d39-9d0f-3b6c8f1f7a11';

export const sampleProfile: Profile = {
  id: 'main',
  name: 'Accounts',
  email: 'accounts@corp.test',
  server: { host: 'mail.corp.test', port: 587, security: 'tls', authentication: 'password', login: 'accounts' },
  sender: { name: 'ACME s.r.o.', address: 'accounts@corp.test' },
  replyTo: ['office@corp.test'],
  signature: '',
  fileNamePattern: '',
};

export const sampleSettings: Settings = {
  ...emptySettings,
  profiles: [sampleProfile],
};

export const sampleDraft: Draft = {
  ...blankDraft({ tabId: 1, url: 'https://erp.test/invoice/1' }),
  id: sampleId,
  to: [{ name: '', address: 'customer@shop.test' }],
  subject: 'Invoice 2026-001',
  message: 'Hello',
  capture: {
    state: 'ready',
    attachments: [
      {
        id: '5b0c7c0e-8f0b-4b0e-9d3b-1c2d3e4f5a6b',
        attachment: { fileName: 'invoice.pdf', size: 1200, sha256: 'a'.repeat(64) },
        source: 'page',
        url: 'https://erp.test/invoice/1',
        madeAt: '2026-11-22T10:00:00.000Z',
      },
    ],
    choices: [],
  },
  edited: false,
};

export const sampleMail: Mail = {
  id: sampleId,
  messageId: `<${sampleId}@corp.test>`,
  date: '2026-11-22T10:00:00.000Z',
  from: sampleProfile.sender,
  replyTo: [],
  to: [{ name: '', address: 'customer@shop.test' }],
  cc: [],
  bcc: [],
  subject: 'Invoice 2026-001',
  text: 'Hello',
  attachments: [{ fileName: 'invoice.pdf', size: 1200, sha256: 'a'.repeat(64) }],
};

export function sampleItem(changes: Partial<OutboxItem> = {}): OutboxItem {
  return {
    id: sampleId,
    draftId: sampleId,
    mail: sampleMail,
    profileId: 'main',
    pageUrl: sampleDraft.url,
    state: 'waiting',
    attempt: 0,
    secondCopyAccepted: false,
    dueAt: 0,
    createdAt: 0,
    ...changes,
  };
}

export function sampleOutcome(state: Outcome['state'], changes: Partial<Outcome> = {}): Outcome {
  return { id: sampleId, state, attempt: 1, at: '2026-11-22T10:00:01.000Z', ...changes };
}
