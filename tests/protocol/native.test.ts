import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { failures } from '../../domain/failure.ts';
import { z } from '../../domain/schema.ts';
import { chromiumId, extensionKey, geckoId, hostName } from '../../protocol/identity.ts';
import { chunkSize, maxFrame, protocolRange } from '../../protocol/limits.ts';
import { native } from '../../protocol/native.ts';
import { type Contract, streamWords } from '../../protocol/rpc.ts';
import { runtime } from '../../protocol/runtime.ts';
import { sampleMail, sampleProfile } from '../domain/samples.ts';

const contracts: [string, Contract][] = [
  ['native', native],
  ['runtime', runtime],
];

describe.each(contracts)('the contract %s', (_name, contract) => {
  it.each(Object.entries(contract))(
    '%s has a deadline and a meaning of silence that is not success',
    (name, procedure) => {
      expect(procedure.timeoutMs).toBeGreaterThanOrEqual(1000);
      expect(Object.keys(failures)).toContain(procedure.onLost);
      expect(streamWords).not.toContain(name);
    },
  );
});

describe('native', () => {
  const submit = {
    mail: sampleMail,
    server: sampleProfile.server,
    disabled: [],
    attempt: 1,
    secondCopyAccepted: false,
  };
  const owner = { host: 'mail.corp.test', port: 587, login: 'a' };

  it('takes a whole hand-over', () => {
    expect(z.parse(native.submit.request, submit)).toEqual(submit);
  });

  it.each<[string, object]>([
    ['no rules', { disabled: undefined }],
    ['no server', { server: undefined }],
    ['a password in the server', { server: { ...submit.server, password: 'hunter2' } }],
    ['try 0', { attempt: 0 }],
    ['no word about a second copy', { secondCopyAccepted: undefined }],
    ['an unknown field', { dryRun: true }],
  ])('refuses a hand-over with %s', (_case, changes) => {
    expect(z.safeParse(native.submit.request, { ...submit, ...changes }).success).toBe(false);
  });

  it.each<[string, string, boolean]>([
    ['empty', '', false],
    ['NUL', 'p\0x', false],
    ['line end', 'p\r\nx', false],
    ['umlauts and a key', 'päss wörd 🔑', true],
    ['1024 letters', 'x'.repeat(1024), true],
    ['1025 letters', 'x'.repeat(1025), false],
  ])('password, %s', (_case, secret, accepted) => {
    expect(z.safeParse(native.saveSecret.request, { owner, secret, store: 'file' }).success).toBe(accepted);
  });

  it('has no procedure that gives a password back', () => {
    const answers = Object.values(native).map(({ response }) =>
      JSON.stringify(z.toJSONSchema(response, { io: 'input' })),
    );
    for (const answer of answers) expect(answer).not.toMatch(/"(secret|password|login)"/);
  });
});

describe('limits', () => {
  it('a chunk as base64 fits well into a frame, and needs no padding before the last', () => {
    expect((chunkSize / 3) * 4 + 1024).toBeLessThan(maxFrame);
    expect(chunkSize % 3).toBe(0);
  });

  it('the protocol range is one', () => {
    expect(protocolRange.min).toBeLessThanOrEqual(protocolRange.max);
  });
});

describe('identity', () => {
  it('the Chromium id follows from the key', () => {
    const digest = createHash('sha256').update(Buffer.from(extensionKey, 'base64')).digest('hex').slice(0, 32);
    expect(digest.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))).toBe(chromiumId);
  });

  it('ids have the form their browsers ask for', () => {
    expect(hostName).toMatch(/^\w+(\.\w+)*$/);
    expect(geckoId).toMatch(/^[\w.-]+@[\w.-]+$/);
  });
});
