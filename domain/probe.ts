import { failureSchema } from './failure.ts';
import { addressSchema } from './mailbox.ts';
import type { Security } from './ports.ts';
import { pinSchema, portSchema, serverSchema } from './profile.ts';
import { z } from './schema.ts';

/** What a connection test looks at, one thing a step. */
const stepNames = [
  'name',
  'connect',
  'greeting',
  'encryption',
  'certificate',
  'login-offered',
  'login',
  'sender',
  'recipient',
  'size',
] as const;

export type ProbeStepName = (typeof stepNames)[number];

/** The certificate a server shows, as far as people can judge it. */
const certificateSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  /** Server names it is made out for. */
  names: z.array(z.string()),
  /** ISO 8601. */
  validFrom: z.string(),
  validTo: z.string(),
  /** SHA-256 fingerprint as node:tls prints it, `AB:CD:…`. */
  sha256: z.string(),
});

export type ProbeCertificate = z.infer<typeof certificateSchema>;

/** What a step found out, as data; every text is cleaned and redacted. */
const factsSchema = z.object({
  addresses: z.optional(z.array(z.string())),
  /** `TLSv1.3` */
  protocol: z.optional(z.string()),
  certificate: z.optional(certificateSchema),
  mechanisms: z.optional(z.array(z.string())),
  /** The address of a sender or recipient. */
  address: z.optional(z.string()),
  /** Bytes of a message the server takes. */
  maxSize: z.optional(z.number()),
  /** It took so long that somebody in front of a form would have given up. */
  slow: z.optional(z.boolean()),
});

const fixSchema = z.discriminatedUnion('kind', [
  /** Another port of the server answers, with this security. */
  z.object({ kind: z.literal('way'), port: portSchema, security: serverSchema.shape.security }),
  /** A known server whose name is nearly the same. */
  z.object({ kind: z.literal('host'), host: z.string() }),
  z.object({ kind: z.literal('authentication'), on: z.boolean() }),
  /** The login is an address itself: send as it. */
  z.object({ kind: z.literal('sender'), address: addressSchema }),
  /** Trust this very certificate. Never offered for an expired one. */
  z.object({ kind: z.literal('pin'), pin: pinSchema }),
  /** The provider gives app passwords on a page of its own. */
  z.object({ kind: z.literal('app-password') }),
]);

/** A change of the settings that probably helps. */
export type ProbeFix = z.infer<typeof fixSchema>;

export const probeStepSchema = z.object({
  step: z.enum(stepNames),
  /**
   * `skipped`: these settings do not need it. `warning`: a send works, but there is something to know. `waiting`: the server took the
   * connection and keeps silent, and a send would still wait; the step is told again when it ends.
   */
  state: z.enum(['ok', 'warning', 'failed', 'skipped', 'waiting']),
  ms: z.int(),
  facts: factsSchema,
  failure: z.optional(failureSchema),
  fixes: z.array(fixSchema),
});

/** One step of a connection test that has ended, or takes long. */
export type ProbeStep = z.infer<typeof probeStepSchema>;

export const probeSummarySchema = z.object({
  /** `passed` only when every step that a send needs succeeded. */
  verdict: z.enum(['passed', 'failed', 'cancelled']),
  /** The dialogue for whoever runs the server: no passwords, no control characters. */
  transcript: z.string(),
});

export type ProbeSummary = z.infer<typeof probeSummarySchema>;

/** A connection test as it stands; without summary it is still running. */
export const probeRunSchema = z.object({
  id: z.uuid(),
  steps: z.array(probeStepSchema),
  summary: z.optional(probeSummarySchema),
});

export type ProbeRun = z.infer<typeof probeRunSchema>;

/** The steps with news of one of them: it replaces what was told of the same step before. */
export function withStep(steps: ProbeStep[], news: ProbeStep): ProbeStep[] {
  return [...steps.filter(({ step }) => step !== news.step), news];
}

/** The steps in the order in which a connection of this kind meets them. */
export function probeLadder(security: Security): ProbeStepName[] {
  const first = {
    ssl: ['encryption', 'certificate', 'greeting'],
    tls: ['greeting', 'encryption', 'certificate'],
  } as const;
  const begin = security === 'none' ? (['greeting', 'encryption'] as const) : first[security];
  return ['name', 'connect', ...begin, 'login-offered', 'login', 'sender', 'recipient', 'size'];
}
