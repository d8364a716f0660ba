/** What is being typed behind finished pieces, and where it begins. */
export function lastPiece(text: string): { start: number; query: string } {
  const start = text.lastIndexOf(';') + 1;
  return { start, query: text.slice(start).trim() };
}
