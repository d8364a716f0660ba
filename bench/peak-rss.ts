import { readFileSync } from 'node:fs';
import { isFinal, type Outcome, outcomeSchema } from '../domain/outcome.ts';
import { z } from '../domain/schema.ts';
import { type Inbox, startInbox } from '../scripts/demo/inbox.ts';
import { type Sample, sampleJob } from '../tests/support/sample-job.ts';
import type { Bench } from './bench.ts';
import { installCompanion } from './installed-companion.ts';
import { type LaunchedCompanion, launchCompanion } from './launched-companion.ts';
import { median } from './median.ts';
import { memoryOf } from './memory-of.ts';
import { judge } from './result.ts';

const pdfSize = 25 * 1024 * 1024;
const deliveries = 5;

type Peaks = { companion: number; courier: number };

/** The most memory that companion and courier ever had when one 25 MB PDF went to a real server with STARTTLS and login. */
export const peakRss: Bench = {
  names: ['companion-peak-rss', 'courier-peak-rss'],
  async run() {
    const { program, remove } = installCompanion();
    const peaks: Peaks[] = [];
    for (let round = 0; round < deliveries; round++) peaks.push(await deliverOnce(program));
    await remove();
    return (['companion', 'courier'] as const).map((role) => {
      const ours = median(peaks.map((each) => each[role]));
      return judge({
        name: `${role}-peak-rss`,
        unit: 'MB',
        ours,
        peers: {},
        goal: role === 'courier' ? 110 : 130,
        goalOf: 'ours',
      });
    });
  },
};

async function deliverOnce(program: string): Promise<Peaks> {
  const inbox = await startInbox();
  const companion = launchCompanion(program);
  await companion.hello();
  const sample = await sampleFor(inbox, companion);
  const settled = finalOutcome(companion, sample.job.mail.id);
  await companion.client.call('submit', sample.job, { upload: sample.pdf });
  const { state, failure } = await settled;
  if (state !== 'sent') throw new Error(`the mail was not sent: ${state} ${failure?.code}`);
  const peaks = { companion: memoryOf(companion.pid, 'VmHWM'), courier: memoryOf(courierOf(companion.pid), 'VmHWM') };
  await companion.leave();
  await inbox.close();
  return peaks;
}

async function sampleFor(
  { smtpPort: port, login, certificate }: Inbox,
  { client }: LaunchedCompanion,
): Promise<Sample> {
  const owner = { host: 'localhost', port, login: login.user };
  await client.call('saveSecret', { owner, secret: login.password, store: 'file' });
  const pin = { sha256: certificate.sha256, pem: certificate.cert };
  return sampleJob({ ...owner, security: 'tls', authentication: 'password', pin }, { size: pdfSize });
}

function finalOutcome({ client }: LaunchedCompanion, id: string): Promise<Outcome> {
  return new Promise((resolve) => {
    client.onEvent('outcome', (body) => {
      const outcome = z.parse(outcomeSchema, body);
      if (outcome.id === id && isFinal(outcome.state)) resolve(outcome);
    });
  });
}

/** The only child a companion has. */
function courierOf(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return Number(child);
}
