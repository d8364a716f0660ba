import { fileURLToPath } from 'node:url';
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';
import { maxRecipients } from '../domain/address.ts';
import { type FailureCode, failures } from '../domain/failure.ts';

type Words = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

const begin = '<!-- troubleshooting: written by `npm run protocol` -->';
const end = '<!-- troubleshooting end -->';
/** What keeps a mail from leaving; the rest of the table explains itself where it happens. */
const topics =
  /^(?:companion|secret|keyring|password|host|name-server|connection|greeting|tls|certificate|login|sender|recipient|message|server|network|outcome|policy)-/;

/** The README with the troubleshooting table that follows from the closed table of failures and the words shown to people. */
export async function withTroubleshooting(readme: string): Promise<string> {
  const [start, stop] = [readme.indexOf(begin), readme.indexOf(end)];
  if (start < 0 || stop < start) throw new Error('The README has no place for the troubleshooting table.');
  const words = await englishWords();
  const codes = (Object.keys(failures) as FailureCode[]).filter((code) => topics.test(code));
  const rows = codes.map((code) => cells(code, words).map(cell));
  const table = aligned([['Tabpost says', 'It means', 'What to do'], ...rows]);
  return `${readme.slice(0, start)}${begin}\n\n${table}\n\n${readme.slice(stop)}`;
}

/** As the formatter of this repository wants it. */
function aligned([head = [], ...rows]: string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function cells(code: FailureCode, words: Words): string[] {
  const key = `failure_${code.replaceAll('-', '_')}`;
  return [sentence(words[`${key}_title`], words), failures[code].when, sentence(words[`${key}_text`], words)];
}

/** The places of values, as a page fills them that knows none. */
function sentence(word: Words[string] | undefined, words: Words): string {
  const values: Record<string, string | undefined> = {
    host: words.fallback_host?.message,
    server: words.fallback_host?.message,
    file: words.fallback_file?.message,
    address: words.fallback_address?.message,
    provider: words.fallback_provider?.message,
    maxRecipients: String(maxRecipients),
  };
  return (word?.message ?? '').replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

function cell(text: string): string {
  const line = text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
  return line.charAt(0).toUpperCase() + line.slice(1);
}

async function englishWords(): Promise<Words> {
  const file = fileURLToPath(new URL('../locales/en.yml', import.meta.url));
  return JSON.parse(generateChromeMessagesText(await parseMessagesFile(file)));
}
