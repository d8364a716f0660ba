import { describe, expect, it } from 'vitest';
import { subjectFor } from '../../../domain/template.ts';
import { pdfFileName } from '../../../extension/capture/file-name.ts';
import { badInputs } from '../../domain/bad-inputs.ts';

const none = { disposition: null, url: '', title: '' };

describe('the name of a PDF', () => {
  it.each<[string, string | null, string, string, string]>([
    ['quoted', 'inline; filename="Invoice 17.pdf"', '', '', 'Invoice 17.pdf'],
    ['token', 'attachment; filename=invoice.pdf', '', '', 'invoice.pdf'],
    ['escaped quotes', 'inline; filename="a \\"b\\".pdf"', '', '', 'a _b_.pdf'],
    [
      'RFC 8187 wins, whatever the order',
      'inline; filename*=UTF-8\'\'%e2%82%ac.pdf; filename="x.pdf"',
      '',
      '',
      '€.pdf',
    ],
    ['ISO-8859-1 (RFC 8187)', "inline; filename*=iso-8859-1'de'Rechnung%20%FC.pdf", '', '', 'Rechnung ü.pdf'],
    ['raw UTF-8 read as Latin-1 by the browser', 'inline; filename="RÃ¼ck.pdf"', '', '', 'Rück.pdf'],
    ['broken percent signs', "inline; filename*=UTF-8''100%.pdf", '', '', '100%.pdf'],
    ['a parameter that only ends like it', 'inline; xfilename="no.pdf"', 'https://a.test/yes.pdf', '', 'yes.pdf'],
    ['a path in it', 'inline; filename="../../etc/passwd"', '', '', 'etc_passwd.pdf'],
    ['empty', 'inline; filename=""', 'https://a.test/b%20c.pdf?token=secret', '', 'b c.pdf'],
    ['the address without a PDF name', null, 'https://u:p@host/print?token=secret', 'Invoice 17', 'Invoice 17.pdf'],
    ['nothing', null, '', '', 'document.pdf'],
  ])('%s', (_case, disposition, url, title, name) => {
    expect(pdfFileName({ disposition, url, title })).toBe(name);
  });

  const titles = badInputs('page').flatMap(({ input, why }) =>
    typeof input === 'object' && input !== null && 'title' in input ? [{ title: String(input.title), why }] : [],
  );
  it.each(titles)('title: $why', ({ title }) => {
    const name = pdfFileName({ ...none, title });
    expect(name).toMatch(/^[^/\\:|*<>"\p{Cc}]{1,251}\.pdf$/u);
    expect(subjectFor(name)).not.toMatch(/[\p{Cc}<>]/u);
  });

  it('user, password and query of an address are in no name and no subject', () => {
    const name = pdfFileName({ ...none, url: 'https://u:p@host/?token=secret' });
    expect(name + subjectFor(name)).not.toMatch(/secret|token|u:p/);
  });
});
