import { i18n } from '#i18n';
import type { ProbeStepName } from '../domain/probe.ts';

const names: Record<ProbeStepName, string> = {
  name: i18n.t('probe.step.name'),
  connect: i18n.t('probe.step.connect'),
  greeting: i18n.t('probe.step.greeting'),
  encryption: i18n.t('probe.step.encryption'),
  certificate: i18n.t('probe.step.certificate'),
  'login-offered': i18n.t('probe.step.loginOffered'),
  login: i18n.t('probe.step.login'),
  sender: i18n.t('probe.step.sender'),
  recipient: i18n.t('probe.step.recipient'),
  size: i18n.t('probe.step.size'),
};

export function probeStepName(step: ProbeStepName): string {
  return names[step];
}
