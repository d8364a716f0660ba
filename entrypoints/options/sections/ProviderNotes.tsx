import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import { type Preset, type ProviderNote, presetFor } from '../../../domain/presets.ts';
import { useAccount } from '../use-account.ts';

/** What people should know before they use the server in the form, with the day from which it holds. */
export function ProviderNotes() {
  const { host, email } = useAccount().values;
  const preset = presetFor(host) ?? ownOf(presetFor(email), host);
  return preset?.notes?.map((note) => <Notice key={note.id} tone={toneOf(note)} title={textOf(note, preset)} />);
}

/** Proton's server is this very computer: only the address tells whose it is. */
function ownOf(preset: Preset | undefined, host: string): Preset | undefined {
  return preset?.host === host.trim() ? preset : undefined;
}

const toneOf = ({ id }: ProviderNote) => (id === 'oauth-only' || id === 'password-ends' ? 'warn' : 'info');

function textOf({ id, date = '' }: ProviderNote, { name: provider }: Preset): string {
  const values = {
    provider,
    date:
      date && new Intl.DateTimeFormat(i18n.t('locale.tag'), { dateStyle: 'long' }).format(new Date(`${date}T12:00`)),
  };
  switch (id) {
    case 'oauth-only':
      return i18n.t('providerNote.oauthOnly', values);
    case 'password-ends':
      return Date.now() < Date.parse(`${date}T23:59:59`)
        ? i18n.t('providerNote.passwordEnds', values)
        : i18n.t('providerNote.passwordEnded', values);
    case 'smtp-off':
      return i18n.t('providerNote.smtpOff', { provider });
    case 'region':
      return i18n.t('providerNote.region', { provider });
    case 'token':
      return i18n.t('providerNote.token', { provider });
    case 'bridge':
      return i18n.t('providerNote.bridge', { provider });
  }
}
