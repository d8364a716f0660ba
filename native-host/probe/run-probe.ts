import { type Failure, toFailure } from '../../domain/failure.ts';
import type { ProbeStep, ProbeSummary } from '../../domain/probe.ts';
import { cleanText } from '../delivery/clean-text.ts';
import { ladder } from './ladder.ts';
import { remedy } from './remedies.ts';
import type { Finding, Step, Trial } from './trial.ts';

/** ms after which the whole of a test against a dead host must be over. */
const deadline = 9300;
/** ms for looking at other ports: as much as is left, within these. */
const lookAround = { least: 1200, most: 3000 };

/** Climbs the ladder and stops at the first step that fails; tells of each step as it ends. */
export async function runProbe(trial: Trial, onStep: (step: ProbeStep) => void): Promise<ProbeSummary> {
  const started = performance.now();
  const { host, port, security } = trial.server;
  trial.transcript.note(`${host}:${port} ${security}, sender ${trial.sender}`);
  let verdict: ProbeSummary['verdict'] = 'passed';
  try {
    for (const { name, run } of ladder(security)) {
      const begun = performance.now();
      const finding = await attempt(run, trial);
      const ms = Math.round(performance.now() - begun);
      if (trial.signal.aborted) return { verdict: 'cancelled', transcript: trial.transcript.text() };
      const left = deadline - (performance.now() - started);
      const end = finding.failure && (await failed(trial, finding.failure, finding, left));
      if (trial.signal.aborted) return { verdict: 'cancelled', transcript: trial.transcript.text() };
      onStep({ step: name, state: 'ok', ms, facts: {}, fixes: [], ...finding, ...end });
      if (!end) continue;
      verdict = 'failed';
      break;
    }
  } finally {
    trial.line?.socket.destroySoon(); // after what is written; a server that never hangs up is not waited for
  }
  return { verdict, transcript: trial.transcript.text() };
}

async function attempt(run: Step, trial: Trial): Promise<Finding> {
  try {
    return await run(trial);
  } catch (error) {
    return { failure: toFailure(error) };
  }
}

async function failed(trial: Trial, found: Failure, { fixes = [] }: Finding, left: number) {
  const ms = Math.round(Math.min(Math.max(left, lookAround.least), lookAround.most));
  const remedied = await remedy(trial, found, ms);
  const { code, detail = '' } = remedied.failure;
  trial.transcript.note(cleanText(`${code} ${detail}`, trial.secrets));
  return { state: 'failed' as const, failure: remedied.failure, fixes: [...fixes, ...remedied.fixes] };
}
