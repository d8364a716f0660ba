import Papa from 'papaparse';
import { maxContacts } from '../../domain/contact.ts';
import { fileRefused } from './file-refused.ts';

/** A heading, one too many, and the empty row behind the last line end. */
const maxRows = maxContacts + 3;
/** Characters; so few that the parsed rows of a piece are forgotten while they are young, which costs the memory nothing. */
const pieceLength = 262_144;
/** An open quote lets the parser begin each piece anew where the quote stands. */
const maxPieces = 64;

/** Told after each piece how much of the text is read, from 0 to 1. */
export type Progress = (share: number) => void;

/**
 * Gives each row of a table as it stands there, blank ones too, with its line from 1.
 * @throws TabpostError `contacts-file-refused`
 */
export function tableRows(text: string, take: (row: string[], place: number) => void, progress: Progress): void {
  // Excel's own way to name the separator.
  const [mark = '', delimiter = separatorOf(text)] = /^sep=(.)\r?\n/.exec(text) ?? [];
  let place = 0;
  const chunk = ({ data, errors, meta }: Papa.ParseResult<string[]>) => {
    const fault = errors.find(({ type }) => type === 'Quotes');
    if (fault) throw fileRefused('quotes', String(place + (fault.row ?? 0) + 1), fault);
    if (place + data.length >= maxRows) throw fileRefused('too-many');
    for (const row of data) take(row, ++place);
    progress(Math.min(1, meta.cursor / text.length));
  };
  const chunkSize = Math.max(pieceLength, Math.ceil(text.length / maxPieces));
  const pieceByPiece = { delimiter, chunkSize, chunk }; // the types know pieces of files only, the parser those of texts as well
  Papa.parse<string[]>(text.slice(mark.length), pieceByPiece);
}

/** The one separator of the first line; else the parser guesses. It would guess wrongly where the notes of few rows hold another one. */
function separatorOf(text: string): string {
  const [first = ''] = text.slice(0, 10_000).split(/[\r\n]/, 1);
  const bare = first.replaceAll(/"[^"]*"/g, '');
  const found = [',', ';', '\t', '|'].filter((mark) => bare.includes(mark));
  return found.length === 1 ? String(found[0]) : '';
}
