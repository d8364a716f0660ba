import { i18n } from '#i18n';
import type { Profile } from '../../domain/profile.ts';

type Props = { profiles: Profile[]; profile: Profile; onChange: (profile: Profile) => void };

/** Who the mail is from: a plain line with one account, a choice with several. */
export function FromField({ profiles, profile, onChange }: Props) {
  const { address } = profile.sender;
  if (profiles.length < 2) {
    return (
      <p className="truncate text-hint" title={address}>
        {i18n.t('compose.from', { address })}
      </p>
    );
  }
  return (
    <select
      aria-label={i18n.t('compose.fromChoice')}
      title={address}
      className="-ms-1 min-h-6 w-full min-w-0 truncate rounded-control border border-field bg-bg px-1 text-hint"
      value={profile.id}
      onChange={({ currentTarget: { value } }) => {
        const chosen = profiles.find(({ id }) => id === value);
        if (chosen) onChange(chosen);
      }}
    >
      {profiles.map((each) => (
        <option key={each.id} value={each.id}>
          {nameOf(each)}
        </option>
      ))}
    </select>
  );
}

function nameOf({ name, email, sender: { address } }: Profile): string {
  return name === '' || name === email ? address : i18n.t('compose.fromNamed', { name, address });
}
