import { type Failure, toFailure } from '../../domain/failure.ts';
import type { ProbeStep, ProbeStepName, ProbeSummary } from '../../domain/probe.ts';
import { cleanText } from '../delivery/clean-text.ts';
import { ladder } from './ladder.ts';
import { wantsOtherSecurity } from './other-ways.ts';
import { remedy } from './remedies.ts';
import type { Finding, Step, Trial } from './trial.ts';

/** ms after which the whole of a test against a dead host must be over. */
const deadline = 9300;
/** ms for looking at other ports: as much as is left, within these. */
const lookAround = { least: 1200, most: 3000 };

/** Climbs the ladder and stops at the first step that fails; tells of each step as it ends, and when it takes long. */
export async function runProbe(trial: Trial, onStep: (step: ProbeStep) => void): Promise<ProbeSummary> {
  const started = performance.now();
  const { host, port, security } = trial.server;
  trial.transcript.note(`${host}:${port} ${security}, sender ${trial.sender}`);
  let verdict: ProbeSummary['verdict'] = 'passed';
  try {
    for (const { name, run } of ladder(security)) {
      const step = await climb({ trial, started, name, run, onStep });
      if (trial.signal.aborted) return { verdict: 'cancelled', transcript: trial.transcript.text() };
      onStep(step);
      if (step.state !== 'failed') continue;
      verdict = 'failed';
      break;
    }
  } finally {
    trial.line?.socket.destroySoon(); // after what is written; a server that never hangs up is not waited for
  }
  return { verdict, transcript: trial.transcript.text() };
}

type Climb = {
  trial: Trial;
  /** When the test began. */
  started: number;
  name: ProbeStepName;
  run: Step;
  onStep: (step: ProbeStep) => void;
};

async function climb({ trial, started, name, run, onStep }: Climb): Promise<ProbeStep> {
  const begun = performance.now();
  const told = () => ({ step: name, ms: Math.round(performance.now() - begun), facts: {}, fixes: [] });
  let slow = false;
  trial.onSlow = () => {
    slow = true;
    onStep({ ...told(), state: 'waiting' });
    return wantsOtherSecurity(trial, lookAround.least);
  };
  const finding = await attempt(run, trial);
  const step = { ...told(), state: 'ok' as const, ...finding };
  const left = deadline - (performance.now() - started);
  if (finding.failure) return { ...step, ...(await failed(trial, finding.failure, finding, left)) };
  return slow ? { ...step, state: 'warning', facts: { ...step.facts, slow } } : step;
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
