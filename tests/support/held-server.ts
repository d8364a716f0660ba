import { type ScriptedSmtp, scriptedSmtp } from './scripted-smtp.ts';

export type HeldServer = ScriptedSmtp & {
  /** The server answers what it was holding back, and from then on at once. */
  letGo(): void;
};

/** A mail server that takes a message and keeps its answer to itself until it is let go. */
export async function heldServer(at: 'MAIL' | 'dot' = 'dot'): Promise<HeldServer> {
  let letGo = () => {};
  const barrier = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const server = await scriptedSmtp({ [at]: () => barrier.then(() => '250 2.0.0 queued as HELD') });
  return { ...server, letGo };
}
