import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';
import manifest from './package.json' with { type: 'json' };
import { extensionKey, geckoId } from './protocol/identity.ts';
import { thirdPartyLicences } from './scripts/third-party-licences.ts';

/**
 * For all pages of the extension. `connect-src` allows http(s): the worker fetches a PDF again when the tab's own cache
 * cannot give it, and without the directive Firefox upgrades http to https by itself (measured). `data:` is a PDF in its own address.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self' http: https: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [tailwindcss()] }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'third-party-licences.txt', contents: thirdPartyLicences() });
    },
  },
  manifest: ({ browser }) => ({
    name: 'Tabpost',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    version: manifest.version,
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'alarms',
      'nativeMessaging',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
      'notifications',
    ],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
    action: { default_title: 'Tabpost' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: geckoId, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
          sidebar_action: { default_title: 'Tabpost', default_panel: 'popup.html?place=panel', open_at_install: false },
        }
      : {
          key: extensionKey,
          minimum_chrome_version: '140',
          side_panel: { default_path: 'popup.html?place=panel' },
        }),
  }),
});
