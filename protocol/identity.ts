/** Public half of the key that fixes the Chromium extension id. The private half is not needed at run time. */
export const extensionKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqUurBlYyyrCYO/5AvRdmhZO3SEWIeSqgNB52LKp5mOO56FVHKDeSahT7D8KutCaXywOgZ0yXPMURDDt5hsLn/dG6DHiDtLoytFc74YJ/3RvQKlK9Rp9k+p0p84N/BlB5L1zwl9Bjb+w3x+6Y71EeC2gYiXP4VzfYax7w5WqaSsM6MsQ1ZE8Y6KsyJaP3dYIy0IwZ14O7F6rBMlUM0ucuj6frm261PLObWs3UJczmnuCPTLG1l88b9TUPxs/vUh3P87vE7QW+3YBTblULhM1bFp4MlGQxV5tym2azMUdr/8zN5HkDUeEAg4tVYd6VpUR+IhE1bIO76o8x0ZsTUVVoIQIDAQAB';

/** Id that follows from the key: first 32 hex digits of its SHA-256, 0-f written as a-p. */
export const chromiumId = 'mmcbkeelekjgoceflgfaanibpimmikeh';

/** Add-on id in the Firefox family. */
export const geckoId = 'tabpost@tabpost.org';

/** Name of the companion in every browser's native messaging manifest. */
export const hostName = 'org.tabpost.companion';
