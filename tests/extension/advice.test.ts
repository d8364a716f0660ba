import '../components/english.ts';
import { describe, expect, it } from 'vitest';
import { type FailureCode, failures } from '../../domain/failure.ts';
import { advice } from '../../extension/advice.ts';

const codes = Object.keys(failures) as FailureCode[];
const context = { host: 'smtp.acme.example', port: 465, file: 'invoice.pdf' };

describe('advice', () => {
  it.each(codes)('%s has a title and a next step without gaps', (code) => {
    for (const { title, text } of [
      advice({ code, address: 'a@b.test', detail: '550 no' }, context),
      advice({ code }),
    ]) {
      expect(title).toMatch(/\S{2,} \S/);
      expect(text).toMatch(/\.$/);
      expect(`${title} ${text}`).not.toMatch(/[{}$]|undefined/);
    }
  });

  it('gives every code words of its own', () => {
    const titles = codes.map((code) => advice({ code }, context).title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('speaks of an app password only where one is needed', () => {
    const refused = { code: 'login-refused', detail: '535 5.7.8' } as const;
    expect(advice(refused, { host: 'smtp.gmail.com', port: 465 }).text).toContain('app password');
    expect(advice(refused, context).text).not.toContain('app password');
  });

  it('names both sizes where the server told its limit, never as the same number', () => {
    const tooBig = { code: 'message-too-big', size: 26_214_401, limit: 26_214_400 } as const;
    expect(advice(tooBig, context).text).toContain('The mail is 26 MB; smtp.acme.example takes at most 25 MB.');
    expect(advice({ code: 'message-too-big', size: 1_000_001, limit: 1_000_000 }, context).text).toMatch(
      /1 MB;.* 0\.9 MB/,
    );
    expect(advice({ code: 'message-too-big' }, context).text).not.toContain('at most');
  });

  it("never puts a server's own words into ours", () => {
    for (const code of codes) {
      const { title, text } = advice({ code, detail: '<b>550 SECRET</b>' }, context);
      expect(title + text).not.toContain('SECRET');
    }
  });
});
