/** A first message with the signature below it, once. */
export function signed(message: string, signature: string): string {
  const text = message.trimEnd();
  return signature === '' || endsWith(text, signature) ? text : `${text}\n\n${signature}`;
}

/** The message after another account was chosen. A signature that a person changed or took out is theirs: then nothing changes. */
export function resigned(message: string, before: string, after: string): string {
  if (before === after) return message;
  const text = message.trimEnd();
  if (before === '') return signed(text, after);
  return endsWith(text, before) ? signed(text.slice(0, -before.length), after) : message;
}

function endsWith(text: string, signature: string): boolean {
  return text === signature || text.endsWith(`\n${signature}`);
}
