import { expect, test } from 'vitest';
import { checkedPdf } from '../../extension/capture/checked-pdf.ts';
import { watchPdfEnds } from '../../native-host/delivery/pdf-ends.ts';

const pdf = (before: number, after: number) =>
  Buffer.concat([
    Buffer.alloc(before),
    Buffer.from('%PDF-1.7'),
    Buffer.alloc(5000),
    Buffer.from('%%EOF'),
    Buffer.alloc(after),
  ]);

test.each([
  { before: 0, after: 0, whole: true },
  { before: 1019, after: 0, whole: true },
  { before: 1020, after: 0, whole: false },
  { before: 0, after: 1500, whole: true },
  { before: 0, after: 2043, whole: true },
  { before: 0, after: 2044, whole: false },
])(
  '$before bytes before the header, $after behind the end mark: form and companion agree on $whole',
  async ({ before, after, whole }) => {
    const bytes = pdf(before, after);
    const byForm = await checkedPdf(new Blob([bytes])).then(
      () => true,
      () => false,
    );
    const ends = watchPdfEnds();
    for (let at = 0; at < bytes.length; at += 700) ends.update(bytes.subarray(at, at + 700)); // pieces as they may come
    expect([byForm, ends.isPdf()]).toEqual([whole, whole]);
  },
);
