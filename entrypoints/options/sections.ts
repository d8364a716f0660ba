import { AtSign, Ban, BookUser, Inbox, Info, type LucideIcon, Server, SlidersHorizontal } from 'lucide-react';
import { i18n } from '#i18n';
import type { FieldName } from './form/problems.ts';

export type SectionId = 'server' | 'senders' | 'disabled' | 'addresses' | 'options' | 'outbox' | 'about';

export type Section = {
  id: SectionId;
  label: string;
  icon: LucideIcon;
  /** What OK saves of this section; none where there is nothing to save. */
  fields: FieldName[];
};

/** The pages of the settings, in the order of the menu. */
export const sections: Section[] = [
  {
    id: 'server',
    label: i18n.t('server.link'),
    icon: Server,
    fields: [
      'name',
      'host',
      'port',
      'security',
      'authentication',
      'email',
      'password',
      'passwordStore',
      'otherLogin',
      'login',
      'trusted',
    ],
  },
  {
    id: 'senders',
    label: i18n.t('senders.link'),
    icon: AtSign,
    fields: [
      'sender',
      'senderName',
      'replyTo',
      'signature',
      'fileNamePattern',
      'sentCopyHost',
      'sentCopyPort',
      'sentCopyFolder',
    ],
  },
  { id: 'disabled', label: i18n.t('disabled.link'), icon: Ban, fields: ['disabled', 'disabledNotes', 'newRule'] },
  { id: 'addresses', label: i18n.t('addresses.link'), icon: BookUser, fields: [] },
  {
    id: 'options',
    label: i18n.t('preferences.link'),
    icon: SlidersHorizontal,
    fields: ['blind', 'otherwise', 'alwaysBcc', 'autoStore', 'sidePanel', 'undoSeconds', 'notify', 'retentionDays'],
  },
  { id: 'outbox', label: i18n.t('outbox.link'), icon: Inbox, fields: [] },
  { id: 'about', label: i18n.t('about.link'), icon: Info, fields: [] },
];
