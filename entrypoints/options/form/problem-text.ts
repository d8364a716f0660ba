import { i18n } from '#i18n';
import { maxRules } from '../../../domain/settings.ts';
import type { ProblemCode } from './field-problem.ts';
import { maxReplyTo } from './max-reply-to.ts';

const sentences: Record<ProblemCode, () => string> = {
  required: () => i18n.t('field.required'),
  host: () => i18n.t('field.host'),
  port: () => i18n.t('field.port'),
  email: () => i18n.t('field.email'),
  name: () => i18n.t('field.name'),
  login: () => i18n.t('field.login'),
  password: () => i18n.t('field.password'),
  'password-first': () => i18n.t('field.passwordFirst'),
  'password-changed': () => i18n.t('field.passwordChanged'),
  'password-moves': () => i18n.t('field.passwordMoves'),
  'password-copies': () => i18n.t('field.passwordCopies'),
  'keyring-none': () => i18n.t('passwordStore.none'),
  'keyring-locked': () => i18n.t('passwordStore.locked'),
  'keyring-silent': () => i18n.t('passwordStore.silent'),
  'plain-password': () => i18n.t('field.plainPassword'),
  'reply-to': () => i18n.t('field.replyTo'),
  'reply-to-many': () => i18n.t('field.replyToMany', { max: maxReplyTo }),
  signature: () => i18n.t('field.signature'),
  pattern: () => i18n.t('field.pattern', { parts: '{number}, {customer}, {date}' }),
  folder: () => i18n.t('field.folder'),
  'rules-many': () => i18n.t('field.rulesMany', { max: maxRules }),
  'address-disabled': () => i18n.t('field.addressDisabled'),
  'undo-seconds': () => i18n.t('field.undoSeconds'),
  'retention-days': () => i18n.t('field.retentionDays'),
  rules: () => i18n.t('field.rules'),
  'rule-pending': () => i18n.t('disabled.pending'),
};

/** The sentence under a wrong field. The code comes as a plain text through the form library. */
export function problemText(code: string | undefined): string | undefined {
  return code === undefined ? undefined : sentences[code as ProblemCode]?.();
}
