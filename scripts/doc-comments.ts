/** Doc comments of a source text by the name they stand before; of a name that is documented twice, the first. */
export function docComments(source: string): Map<string, string> {
  const docs = new Map<string, string>();
  const pattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export (?:const|type) )?(\w+)\s*[:=]/g;
  for (const [, comment = '', name = ''] of source.matchAll(pattern)) {
    if (!docs.has(name)) docs.set(name, oneLine(comment));
  }
  return docs;
}

function oneLine(comment: string): string {
  return comment
    .replace(/^\s*\*\s?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
