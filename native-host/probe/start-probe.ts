import { TabpostError } from '../../domain/failure.ts';
import type { ProbeStep, ProbeSummary } from '../../domain/probe.ts';
import type { native } from '../../protocol/native.ts';
import type { RequestOf } from '../../protocol/rpc.ts';
import { wireForms } from '../delivery/clean-text.ts';
import { estimatedSize } from '../delivery/estimated-size.ts';
import { serverOptions } from '../delivery/server-options.ts';
import { patience } from '../delivery/watchdog.ts';
import { companyRules } from '../policy/company-rules.ts';
import { readSecret } from '../secrets/index.ts';
import { noOffers } from './offers.ts';
import { runProbe } from './run-probe.ts';
import { createTranscript } from './transcript.ts';
import type { Trial } from './trial.ts';

type Request = RequestOf<typeof native.probe>;

/** Bytes: what a PDF is taken to have when none is at hand. */
const typicalPdf = 250_000;
/** A send is more patient with the connection, but people wait in front of this. Whoever answered it is waited for as long as by a send. */
const ownPatience = { name: 8000, connect: 8000, slow: 8000, greeting: patience.greeting, command: patience.command };

/** Tests a server as a send would use it: same options, authorities, login and greeting name. */
export async function startProbe(
  request: Request,
  signal: AbortSignal,
  onStep: (step: ProbeStep) => void,
): Promise<ProbeSummary> {
  const { server, sender, disabled, size = typicalPdf } = request;
  const { login, noLogin } = await loginOf(request);
  const secrets = wireForms(login);
  const pdf = { fileName: 'test.pdf', size, sha256: '0'.repeat(64) };
  const trial: Trial = {
    server,
    sender,
    login,
    noLogin,
    disabled: [...disabled, ...companyRules()],
    messageSize: estimatedSize({ attachments: [pdf], text: '' }),
    patience: { ...ownPatience, handshake: patience[server.security === 'ssl' ? 'connection' : 'command'] },
    signal,
    secrets,
    transcript: createTranscript(secrets),
    onSlow: undefined,
    trust: serverOptions(server, undefined).tls ?? {},
    addresses: [],
    line: undefined,
    tls: undefined,
    offers: noOffers,
  };
  return runProbe(trial, onStep);
}

/** What was typed goes before what is saved. Without either, or when it cannot be read, the login step will say so. */
async function loginOf({ server, secret }: Request): Promise<Pick<Trial, 'login' | 'noLogin'>> {
  if (server.authentication === 'none') return { login: undefined, noLogin: undefined };
  try {
    const pass = secret ?? (await readSecret(server));
    if (pass === undefined) throw new TabpostError('secret-missing');
    return { login: { user: server.login, pass }, noLogin: undefined };
  } catch (error) {
    if (!(error instanceof TabpostError)) throw error;
    return { login: undefined, noLogin: error };
  }
}
