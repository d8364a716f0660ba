import { useEffect, useState } from 'react';
import { type Server, serverSchema } from '../../../domain/profile.ts';
import { z } from '../../../domain/schema.ts';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import { background } from '../../../extension/background-port.ts';

const ownerSchema = z.pick(serverSchema, { host: true, port: true, login: true });
/** Nobody is asked about every letter of a half-typed server name, ms. */
const pause = 400;

/** Where a password for this server, port and login is saved; undefined when nowhere, or when the companion can't be asked. */
export function useSecretSaved(
  owner: Pick<Server, 'login'> & { host: string; port: string },
  asked: number,
): SecretStoreName | undefined {
  const [answer, setAnswer] = useState<{ key: string; store: SecretStoreName | undefined }>();
  const key = JSON.stringify([owner.host, owner.port, owner.login, asked]);
  useEffect(() => {
    const [host, port, login] = JSON.parse(key);
    const parsed = z.safeParse(ownerSchema, { host, port: Number(port), login });
    if (!parsed.success || !login) return;
    const timer = setTimeout(() => {
      background.call('hasSecret', { owner: parsed.data }).then(
        ({ store }) => setAnswer({ key, store }),
        () => setAnswer({ key, store: undefined }), // OK will say what is wrong with the companion
      );
    }, pause);
    return () => clearTimeout(timer);
  }, [key]);
  return answer?.key === key ? answer.store : undefined;
}
