import './english.ts';
import { describe, expect, it } from 'vitest';
import { healSettings } from '../../domain/heal-settings.ts';
import type { Security } from '../../domain/ports.ts';
import { emptySettings, type Settings } from '../../domain/settings.ts';
import { readSettingsFile } from '../../domain/settings-file.ts';
import type { AccountValues } from '../../entrypoints/options/form/account-values.ts';
import { formValues } from '../../entrypoints/options/form/form-values.ts';
import { problems } from '../../entrypoints/options/form/problems.ts';
import { badInputs } from '../domain/bad-inputs.ts';
import { sampleSettings } from '../domain/samples.ts';

type Row = {
  host?: string;
  port?: unknown;
  tls?: string;
  auth?: boolean;
  user?: string;
  password?: string;
  senderName?: string;
  schemaVersion?: number;
};

const rows = badInputs('settings').map((row) => ({ ...row, input: row.input as Row }));
const filled = formValues(sampleSettings);
const security: Record<string, Security> = { implicit: 'ssl', starttls: 'tls', none: 'none' };

/** What a person can type of a row; the form has radio buttons, so other values of `tls` cannot be chosen. */
function typed({ host, port, tls, auth, user, password, senderName }: Row): Partial<AccountValues> {
  const known = tls === undefined ? undefined : security[tls];
  return {
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port: String(port) }),
    ...(known && { security: known }),
    ...(auth !== undefined && { authentication: auth }),
    ...(user !== undefined && { otherLogin: true, login: user }),
    ...(password && { password }),
    ...(senderName !== undefined && { senderName }),
  };
}

describe('the form, group settings', () => {
  const inForm = rows.filter(({ input }) => Object.keys(typed(input)).length > 0 && !('rejectUnauthorized' in input));
  it.each(inForm)('$expect $input: $why', ({ input, expect: verdict }) => {
    const accounts = filled.accounts.map((account) => ({ ...account, security: 'ssl' as const, ...typed(input) }));
    expect(problems({ ...filled, accounts }).length === 0).toBe(verdict !== 'reject');
  });
});

describe('a file to import, group settings: what no form can hold', () => {
  const unknown = rows.filter(({ input }) => Object.keys(typed(input)).length === 0 || 'rejectUnauthorized' in input);
  const inFile = unknown.filter(({ input }) => input.schemaVersion === undefined);
  it.each(inFile)('$expect $input: $why', ({ input }) => {
    // Without a field there is nothing to spread: then the row itself stands for the settings.
    const settings = Object.keys(input).length > 0 ? { ...sampleSettings, ...input } : input;
    const file = JSON.stringify({ format: 'tabpost-settings', settings });
    expect(() => readSettingsFile(file)).toThrow(expect.objectContaining({ code: 'settings-file-refused' }));
  });
});

describe('stored settings, group settings', () => {
  const versions = rows.filter(({ input }) => input.schemaVersion !== undefined);
  it.each(versions)('$expect $input: $why', ({ input, expect: verdict }) => {
    const stored: Omit<Settings, 'version'> & { version: unknown } = { ...emptySettings, version: input.schemaVersion };
    if (verdict === 'reject') expect(() => healSettings(stored)).toThrow();
    else expect(healSettings(stored).settings).toMatchObject({ version: emptySettings.version });
  });
});
