import { i18n } from '#i18n';
import type { Security } from '../../domain/ports.ts';

export function securityName(security: Security): string {
  const names = { ssl: i18n.t('server.ssl'), tls: i18n.t('server.tls'), none: i18n.t('server.none') };
  return names[security];
}
