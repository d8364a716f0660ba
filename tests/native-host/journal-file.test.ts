import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { journalFile } from '../../native-host/delivery/journal-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tabpost-journal-'));
const path = join(folder, 'mail.json');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(path, { force: true }));

const queued = JSON.stringify({ state: 'queued', detail: 'a\ttab, a\nline end, ä' });
const complete = JSON.stringify({ state: 'data-complete' });
const noted = { flush: false, anchored: false };
const flushed = { flush: true, anchored: false };
const lastLine = () => journalFile.lastLine(readFileSync(path));

describe('a journal file', () => {
  test.each([noted, flushed])('begins with the first record, however it is written', (how) => {
    journalFile.add(path, queued, how);
    expect(lastLine()).toBe(queued);
  });

  test('keeps its size when a record is added, so that a flush writes one block and nothing else', () => {
    journalFile.add(path, queued, noted);
    const { size, ino } = statSync(path);
    journalFile.add(path, complete, flushed);
    expect([lastLine(), statSync(path).size, statSync(path).ino]).toEqual([complete, size, ino]);
  });

  test('goes on after its room is used up', () => {
    const records = Array.from({ length: 200 }, (_, n) => JSON.stringify({ n, detail: 'ä'.repeat(n) }));
    for (const record of records) {
      journalFile.add(path, record, flushed);
      expect(lastLine()).toBe(record);
    }
  });

  test('that was cut at any byte has no record', () => {
    for (const record of [queued, complete]) journalFile.add(path, record, flushed);
    const whole = readFileSync(path);
    const lengths = Array.from({ length: whole.length }, (_, length) => length);
    expect(lengths.filter((length) => isRecord(journalFile.lastLine(whole.subarray(0, length))))).toEqual([]);
  });

  test('shows a reader who comes in the middle of a write the record before', () => {
    journalFile.add(path, queued, noted);
    const before = readFileSync(path, 'utf8');
    journalFile.add(path, complete, noted);
    const after = readFileSync(path, 'utf8');
    const lineEnd = after.lastIndexOf('\n');
    // the line end is what is written last
    for (let done = lineEnd + 1; done < lineEnd + complete.length + 3; done++) {
      const seen = before.slice(0, lineEnd + 1) + after.slice(lineEnd + 1, done) + before.slice(done);
      expect(journalFile.lastLine(Buffer.from(seen))).toBe(queued);
    }
  });

  test('can be read by the version before, which takes what follows the last line end', () => {
    for (const record of [queued, complete]) journalFile.add(path, record, flushed);
    const text = readFileSync(path, 'utf8');
    expect(JSON.parse(text.slice(text.lastIndexOf('\n') + 1))).toEqual(JSON.parse(complete));
  });

  test.each([queued, `${queued}\n${complete}`])("of the version before is read, and gets today's form: %j", (old) => {
    writeFileSync(path, old);
    expect(lastLine()).toBe(old.split('\n').at(-1));
    journalFile.add(path, complete, noted);
    expect([lastLine(), statSync(path).size % 4096]).toEqual([complete, 0]);
  });
});

function isRecord(line = ''): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
