import { useEffect, useState } from 'react';
import { copyServerSchema } from '../../../domain/copy-server.ts';
import { serverSchema } from '../../../domain/profile.ts';
import { z } from '../../../domain/schema.ts';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import { background } from '../../../extension/background-port.ts';

const ownerSchema = z.pick(serverSchema, { host: true, port: true, login: true });
/** Nobody is asked about every letter of a half-typed server name, ms. */
const pause = 400;

type ServerText = { host: string; port: string };

export type SavedSecret = {
  /** Where it is; undefined when nowhere, or when the companion can't be asked. */
  store: SecretStoreName | undefined;
  /** IMAP server at which it may not be used, because nobody typed it for that one. */
  unconfirmed: string | undefined;
};

const none: SavedSecret = { store: undefined, unconfirmed: undefined };

/**
 * What is saved for this server, port and login.
 * @param asked counts the presses of OK: it may have been saved since the last one
 */
export function useSecretSaved(
  owner: ServerText & { login: string },
  copies: ServerText | undefined,
  asked: number,
): SavedSecret {
  const [answer, setAnswer] = useState<SavedSecret & { key: string }>();
  const key = JSON.stringify([owner, copies, asked]);
  useEffect(() => {
    const [server, imap] = JSON.parse(key);
    const parsed = z.safeParse(ownerSchema, { ...server, port: Number(server.port) });
    if (!parsed.success || !server.login) return;
    const named = z.safeParse(copyServerSchema, imap && { ...imap, port: Number(imap.port) }).data;
    const timer = setTimeout(() => {
      background.call('hasSecret', { owner: parsed.data, ...(named && { copyServer: named }) }).then(
        ({ store, confirmed }) => setAnswer({ key, store, unconfirmed: confirmed === false ? named?.host : undefined }),
        () => setAnswer({ key, ...none }), // OK will say what is wrong with the companion
      );
    }, pause);
    return () => clearTimeout(timer);
  }, [key]);
  return answer?.key === key ? answer : none;
}
