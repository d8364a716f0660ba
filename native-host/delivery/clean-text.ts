const maxLength = 300;

/**
 * A server's words made fit to be shown and stored: one line, no control characters, cut, and without the password in any
 * form it had on the wire. Servers do echo it (`535 … SECRETpw is wrong`, measured).
 */
export function cleanText(text: string, secrets: string[]): string {
  const redacted = secrets.reduce((all, secret) => all.replaceAll(secret, '•••'), text);
  return redacted
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, maxLength);
}

/** Every form in which a login's password crosses the wire: plain, base64 (AUTH LOGIN), AUTH PLAIN. */
export function wireForms(login: { user: string; pass: string } | undefined): string[] {
  if (!login?.pass) return [];
  const { user, pass } = login;
  const forms = [`\0${user}\0${pass}`, `${user}\0${user}\0${pass}`, pass];
  return [...forms.map((form) => Buffer.from(form).toString('base64')), ...forms];
}
