import type { Security } from '../../../domain/ports.ts';

export type ServerText = {
  host: string;
  /** Found behind the name, as in `mail.example.test:587`. */
  port?: string;
  /** Said by the scheme, as in `smtps://`. */
  security?: Security;
};

const invisible = /[\s\u200b-\u200d\u2060\ufeff]+/g;
const implicitTls = /^(?:smtps|ssl):\/\//i;

/** Reads what people paste as server: blanks, a scheme, a user, a port, a path and a final dot are taken apart or off. */
export function readServer(text: string): ServerText {
  const plain = text.replace(invisible, '').replace(/^["'<]+|["'>]+$/g, '');
  const withoutScheme = plain.replace(/^[a-z]+:\/\//i, '').replace(/[/?#].*$/, '');
  const authority = withoutScheme.slice(withoutScheme.lastIndexOf('@') + 1);
  const [, host = authority, port] = /^(.*?):(\d{1,5})$/.exec(authority) ?? [];
  return {
    host: host.replace(/[.:]+$/, ''),
    ...(port !== undefined && { port: String(Number(port)) }),
    ...(implicitTls.test(plain) && { security: 'ssl' }),
  };
}
