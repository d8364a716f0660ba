import { i18n } from '#i18n';
import type { Failure, FailureCode } from '../domain/failure.ts';
import { type Advice, advice } from './advice.ts';

const reach = () => i18n.t('sentCopy.fault.reach');
const trust = () => i18n.t('sentCopy.fault.trust');
const login = () => i18n.t('sentCopy.fault.login');
const password = () => i18n.t('sentCopy.fault.password');

/** Other codes are also those of a send, whose words would say that nothing was sent. */
const texts: Partial<Record<FailureCode, () => string>> = {
  'host-unknown': reach,
  'name-server-silent': reach,
  'connection-refused': reach,
  'connection-timeout': reach,
  'connection-lost': reach,
  'greeting-timeout': reach,
  'tls-wrong-port': trust,
  'tls-unavailable': trust,
  'tls-outdated': trust,
  'certificate-expired': trust,
  'certificate-untrusted': trust,
  'certificate-name': trust,
  'certificate-changed': trust,
  'login-refused': login,
  'secret-missing': password,
  'keyring-unavailable': password,
};

/** What to tell people about a mail that was sent but has no copy in the Sent folder. */
export function copyAdvice(failure: Failure): Advice {
  const title = i18n.t('sentCopy.failed');
  const { text, action = 'senders' } = advice(failure);
  if (['folder-missing', 'copy-refused', 'copy-unconfirmed'].includes(failure.code)) return { title, text, action };
  const said = texts[failure.code] ?? (() => i18n.t('sentCopy.fault.other'));
  return { title, text: said(), action: said === password ? 'settings' : 'senders' };
}
