/** Characters; shorter than any limit of RFC 1035 and RFC 5321, so that none has to be looked at. */
const longest = 63;
const plain = /^[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z][a-z0-9]*$/;

/**
 * An address the strict parser leaves as it is, seen at a hundredth of its cost: nearly all of a long list are so plain.
 * What fits holds no A-label, no number at its end, no double dash and nothing to fold (a test compares the two).
 */
export function isPlainAddress(text: string): boolean {
  return text.length <= longest && plain.test(text);
}
