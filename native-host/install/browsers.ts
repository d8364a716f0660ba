import { chromiumId, geckoId } from '../../protocol/identity.ts';

/** Two families read two different manifests: one names origins, the other add-on ids. */
export const families = ['chromium', 'firefox'] as const;
export type Family = (typeof families)[number];

export type Browser = {
  name: string;
  family: Family;
  /** Folder of its native messaging manifests for the current user, below the home folder. */
  folder: Partial<Record<NodeJS.Platform, string>>;
};

/** Every browser `install` registers the companion with; a new one is a new row. */
export const browsers: Browser[] = [
  { name: 'Chromium', family: 'chromium', folder: { linux: '.config/chromium/NativeMessagingHosts' } },
  { name: 'Google Chrome', family: 'chromium', folder: { linux: '.config/google-chrome/NativeMessagingHosts' } },
  { name: 'Firefox', family: 'firefox', folder: { linux: '.mozilla/native-messaging-hosts' } },
];

/** Who may start the companion, as the manifest of each family says it. */
export const allowed: Record<Family, Record<string, string[]>> = {
  chromium: { allowed_origins: [`chrome-extension://${chromiumId}/`] },
  firefox: { allowed_extensions: [geckoId] },
};
