import { i18n } from '#i18n';
import type { AddressProblem } from './take-recipients.ts';

/** The sentence that stands under an address field. A rule is named only when it says more than the address. */
export function problemText(problem: AddressProblem): string {
  switch (problem.kind) {
    case 'malformed':
      return malformedText(problem.text, problem.fault);
    case 'too-many':
      return i18n.t('compose.tooMany', [problem.max]);
    case 'disabled':
      return problem.rule === null || problem.rule === problem.address
        ? i18n.t('compose.disabled', { address: problem.address })
        : i18n.t('compose.disabledByRule', { address: problem.address, rule: problem.rule });
  }
}

function malformedText(text: string, fault: string | undefined): string {
  if (fault === 'local-non-ascii') return i18n.t('compose.nonAscii', { text });
  return fault === 'host-mapped' ? i18n.t('compose.mapped', { text }) : i18n.t('compose.malformed', { text });
}
