/**
 * The text of a style sheet in the encoding it is written in (CSS Syntax 3.2): what the server says, what the sheet says, else that of
 * the page. Old applications write neither page nor sheets in UTF-8.
 */
export async function cssText(sheet: Blob): Promise<string> {
  const bytes = await sheet.arrayBuffer();
  const [marked] = new Uint8Array(bytes.slice(0, 3)).join() === '239,187,191' ? ['utf-8'] : [];
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 1024));
  const said = /charset=["']?([^"';\s]+)/i.exec(sheet.type)?.[1] ?? /^@charset "([^"]+)";/.exec(start)?.[1];
  return decoderFor(marked ?? said ?? document.characterSet).decode(bytes);
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(); // a name nobody knows
  }
}
