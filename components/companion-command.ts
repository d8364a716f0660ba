import type { FailureCode } from '../domain/failure.ts';

const companion = 'npm run companion';

/** The command that mends this trouble with the companion, or that looks into it where a new installation may not help. */
export function companionCommand(code: FailureCode): string {
  const looksInto: FailureCode[] = ['companion-exited', 'companion-silent'];
  return looksInto.includes(code) ? `${companion} install && ${companion} doctor` : `${companion} install`;
}
