import type { Settings } from '../../domain/settings.ts';
import type { Office } from './office.ts';
import { plainServer } from './sample-job.ts';
import { type Script, type ScriptedSmtp, scriptedSmtp } from './scripted-smtp.ts';

export type ScriptedServer = ScriptedSmtp & AsyncDisposable;

/** Sets the office up for a server that does what the script says; it ends with the scope it was made in. */
export async function scriptedServer(office: Office, script: Script): Promise<ScriptedServer> {
  const server = await scriptedSmtp(script);
  await office.setUp((settings) => withServer(settings, server.port));
  return { ...server, [Symbol.asyncDispose]: server.close };
}

/** Every account of these settings, at this server. */
export function withServer(settings: Settings, port: number): Settings {
  return { ...settings, profiles: settings.profiles.map((profile) => ({ ...profile, server: plainServer(port) })) };
}

/** A point at which a server waits until the test lets it go on. */
export function barrier(): { passed: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}
