import type { Security } from '../../domain/ports.ts';
import { type ProbeStepName, probeLadder } from '../../domain/probe.ts';
import { certificate } from './certificate.ts';
import { connect } from './connect.ts';
import { encryption } from './encryption.ts';
import { greeting } from './greeting.ts';
import { login } from './login.ts';
import { loginOffered } from './login-offered.ts';
import { name } from './name.ts';
import { recipient } from './recipient.ts';
import { sender } from './sender.ts';
import { size } from './size.ts';
import type { Step } from './trial.ts';

const steps: Record<ProbeStepName, Step> = {
  name,
  connect,
  greeting,
  encryption,
  certificate,
  'login-offered': loginOffered,
  login,
  sender,
  recipient,
  size,
};

/** The steps of a test, in the order in which a connection of this kind meets them. */
export function ladder(security: Security): { name: ProbeStepName; run: Step }[] {
  return probeLadder(security).map((name) => ({ name, run: steps[name] }));
}
