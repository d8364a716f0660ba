import { TabpostError } from './failure.ts';
import { decodePunycode } from './punycode.ts';

const ldhLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/**
 * Plain labels without an A-label among them: most names, and a list may hold 100,000. Without the flag `u`, `i` lets no letter pass that
 * is not ASCII, such as the Kelvin sign.
 */
const plainHost = /^(?!..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.(?!..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
/** Letters, marks, digits and the few joiners IDNA 2008 allows by context (RFC 5892). */
const uLabel = /^[\p{L}\p{M}\p{N}\u00b7'\u2019\u0375\u05f3\u05f4\u30fb-]+$/u;
/** What UTS-46 would take away, or make a dot. */
const vanishing = /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|\p{Cc}|\p{Cs}|[\u3002\uff0e\uff61]/u;

/**
 * Host name in the form that goes on the wire: lower-case A-labels (RFC 5890).
 * UTS-46 mappings that change what the reader sees (full-width letters, other dots, invisible characters)
 * are refused instead of applied: a mapped name would slip past a rule that was written for the plain one.
 * @throws TabpostError `address-invalid`; `detail` is `host-mapped` for such characters, else `host`
 */
export function normaliseHostName(text: string): string {
  const host = plainHost.test(text) ? text.toLowerCase() : mappedHost(text);
  // A last label of digits (or 0x…) is read as an IPv4 address by URL parsers and resolvers.
  if (host.length > 253 || /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(host)) throw refused('host');
  return host;
}

function mappedHost(text: string): string {
  const name = text.normalize('NFC').toLowerCase();
  if (name.length > 253) throw refused('host');
  if (vanishing.test(name) || name !== name.normalize('NFKC') || turnsIntoAnother(text)) throw refused('host-mapped');
  return name.split('.').map(toALabel).join('.');
}

/** How the name reads for people: U-labels where they exist. */
export function readableHostName(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.');
}

/** NFC makes a K of the Kelvin sign, lower case an i and a dot of İ: letters of their own that would end as others. */
function turnsIntoAnother(text: string): boolean {
  return [...text].some((letter) => {
    if (letter <= '\x7f') return false;
    const composed = letter.normalize('NFC');
    return (composed !== letter && [...composed].length === 1) || [...letter.toLowerCase()].length > 1;
  });
}

function toALabel(label: string): string {
  if (/[^\x21-\x7e]/.test(label)) return encoded(label);
  if (!ldhLabel.test(label)) throw refused('host');
  if (label.slice(2, 4) !== '--') return label;
  const readable = label.startsWith('xn--') ? decodePunycode(label.slice(4)) : undefined;
  if (!readable || !/[^\x20-\x7e]/.test(readable) || encoded(readable) !== label) throw refused('host');
  return label;
}

/** The label must survive the round trip: what is read must be what is looked up. */
function encoded(label: string): string {
  if (!uLabel.test(label) || label !== label.normalize('NFKC').toLowerCase()) throw refused('host');
  const url = `http://${label}.test`;
  const aLabel = URL.canParse(url) ? new URL(url).hostname.slice(0, -'.test'.length) : '';
  if (aLabel.length > 63 || decodePunycode(aLabel.replace(/^xn--/, '')) !== label) throw refused('host');
  return aLabel;
}

function refused(detail: 'host' | 'host-mapped'): TabpostError {
  return new TabpostError('address-invalid', { detail });
}
