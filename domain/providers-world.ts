import type { Preset } from './presets.ts';
import { appPassword, localPart, mx, normal, oauth, on, smtpOff, ssl, sslOrTls, tls } from './provider-row.ts';

const letters = { ...appPassword, appPassword: 'letters' } as const;
const zoho = { ...sslOrTls, ...normal, checklist: 'zoho', notes: [{ id: 'region' }] } satisfies Partial<Preset>;
const zohoHelp = 'https://www.zoho.com/mail/help/zoho-smtp.html';
// Basic SMTP AUTH is off by default for existing tenants from the end of December 2026; administrators can switch it on again:
// https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835
const microsoft = {
  ...tls,
  ...normal,
  checklist: 'microsoft',
  filesSentCopies: true,
  notes: [{ id: 'password-ends', date: '2026-12-31' }],
} satisfies Partial<Preset>;
const microsoftHelp =
  'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission';

/** The providers that most people in the world have. */
export const worldProviders: Preset[] = [
  {
    name: 'Gmail',
    host: 'smtp.gmail.com',
    aliases: ['smtp.googlemail.com'],
    ...sslOrTls,
    ...letters,
    checklist: 'google',
    filesSentCopies: true,
    ...on('gmail.com googlemail.com'),
    ...mx('google.com googlemail.com'),
    helpUrl: 'https://myaccount.google.com/apppasswords',
  },
  {
    name: 'Microsoft 365',
    host: 'smtp.office365.com',
    aliases: ['outlook.office365.com'],
    ...microsoft,
    ...on(''),
    ...mx('mail.protection.outlook.com mx.microsoft'),
    helpUrl: microsoftHelp,
  },
  {
    name: 'Microsoft 365 (21Vianet)',
    host: 'smtp.partner.outlook.cn',
    ...microsoft,
    ...on(''),
    ...mx('partner.outlook.cn'),
  },
  { name: 'Microsoft 365 (US Government)', host: 'smtp.office365.us', ...microsoft, ...on(''), ...mx('office365.us') },
  {
    // Passwords ended on 16 September 2024, app passwords with them.
    name: 'Outlook.com',
    host: 'smtp-mail.outlook.com',
    aliases: ['smtp.live.com'],
    ...tls,
    ...oauth,
    ...on(
      'outlook.com outlook.de outlook.fr outlook.es outlook.it hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.it ' +
        'live.com live.co.uk live.de live.fr live.nl msn.com',
    ),
    ...mx('olc.protection.outlook.com'),
    filesSentCopies: true,
    notes: [{ id: 'oauth-only', date: '2024-09-16' }],
  },
  {
    // Not yahoo.co.jp: another company with servers of its own.
    name: 'Yahoo',
    host: 'smtp.mail.yahoo.com',
    aliases: ['smtp.mail.yahoo.co.uk', 'smtp.mail.yahoo.de', 'smtp.mail.yahoo.fr', 'smtp.mail.yahoo.it'],
    ...ssl,
    ...letters,
    checklist: 'yahoo',
    ...on(
      'yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.ie yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.ca yahoo.com.au ' +
        'yahoo.co.nz yahoo.in yahoo.co.in yahoo.com.br yahoo.com.mx yahoo.com.ar yahoo.se yahoo.no yahoo.dk yahoo.gr yahoo.ro ' +
        'yahoo.pl yahoo.com.sg yahoo.com.ph yahoo.com.vn yahoo.co.id yahoo.com.hk yahoo.com.tw',
    ),
    ...mx('yahoodns.net'),
    helpUrl: 'https://help.yahoo.com/kb/generate-manage-rd-party-passwords-sln15241.html',
  },
  {
    name: 'Yahoo! JAPAN',
    host: 'smtp.mail.yahoo.co.jp',
    ...ssl,
    ...localPart,
    ...on('yahoo.co.jp'),
    ...smtpOff,
  },
  {
    name: 'AOL',
    host: 'smtp.aol.com',
    ...ssl,
    ...letters,
    checklist: 'yahoo',
    ...on('aol.com aol.de aol.fr aol.co.uk aim.com'),
    helpUrl: 'https://help.aol.com/articles/Create-and-manage-app-password',
  },
  {
    name: 'iCloud',
    host: 'smtp.mail.me.com',
    ...tls,
    ...appPassword,
    appPassword: 'dashes',
    checklist: 'apple',
    ...on('icloud.com me.com mac.com'),
    ...mx('mail.icloud.com'),
    helpUrl: 'https://support.apple.com/en-us/102654',
  },
  // In another region than the account's own a right password is refused like a wrong one.
  ...[
    { name: 'Zoho', host: 'smtp.zoho.com', at: 'zoho.com', ...on('zoho.com zohomail.com') },
    { name: 'Zoho EU', host: 'smtp.zoho.eu', at: 'zoho.eu', ...on('zoho.eu zohomail.eu') },
    { name: 'Zoho India', host: 'smtp.zoho.in', at: 'zoho.in', ...on('zoho.in zohomail.in') },
    { name: 'Zoho Australia', host: 'smtp.zoho.com.au', at: 'zoho.com.au', ...on('zoho.com.au zohomail.com.au') },
    { name: 'Zoho Japan', host: 'smtp.zoho.jp', at: 'zoho.jp', ...on('zoho.jp zohomail.jp') },
    { name: 'Zoho Canada', host: 'smtp.zohocloud.ca', at: 'zohocloud.ca', ...on('zohocloud.ca zohomail.ca') },
  ].map(({ at, ...row }) => ({ ...row, ...zoho, ...mx(at), hostForOwnDomains: `smtppro.${at}`, helpUrl: zohoHelp })),
  {
    name: 'Fastmail',
    host: 'smtp.fastmail.com',
    ...ssl,
    ...appPassword,
    ...on('fastmail.com fastmail.fm fastmail.net'),
    ...mx('messagingengine.com'),
    helpUrl: 'https://www.fastmail.help/hc/en-us/articles/360058752854',
  },
  {
    // Bridge listens on this computer and shows a password of its own: https://proton.me/support/imap-smtp-and-pop3-setup
    name: 'Proton Mail Bridge',
    host: '127.0.0.1',
    port: 1025,
    security: 'tls',
    ...normal,
    ...on('proton.me protonmail.com protonmail.ch pm.me'),
    helpUrl: 'https://proton.me/mail/bridge',
    notes: [{ id: 'bridge' }],
  },
  {
    name: 'Proton Mail for business',
    host: 'smtp.protonmail.ch',
    ...tls,
    ...normal,
    ...on(''),
    ...mx('protonmail.ch'),
    helpUrl: 'https://proton.me/support/smtp-submission',
    notes: [{ id: 'token' }],
  },
  { name: 'Comcast Xfinity', host: 'smtp.comcast.net', ...sslOrTls, ...normal, ...on('comcast.net'), ...smtpOff },
  { name: 'AT&T', host: 'smtp.mail.att.net', ...ssl, ...appPassword, ...on('att.net sbcglobal.net bellsouth.net') },
  { name: 'mail.com', host: 'smtp.mail.com', ...sslOrTls, ...normal, ...on('mail.com email.com'), ...smtpOff },
  { name: 'QQ Mail', host: 'smtp.qq.com', ...sslOrTls, ...appPassword, ...on('qq.com foxmail.com'), ...smtpOff },
  {
    name: 'Tencent Exmail',
    host: 'smtp.exmail.qq.com',
    ...ssl,
    ...normal,
    ...on(''),
    ...mx('mxbiz1.qq.com mxbiz2.qq.com'),
  },
  { name: 'NetEase 163', host: 'smtp.163.com', ...ssl, ...appPassword, ...on('163.com'), ...smtpOff },
  { name: 'NetEase 126', host: 'smtp.126.com', ...ssl, ...appPassword, ...on('126.com'), ...smtpOff },
  { name: 'Naver', host: 'smtp.naver.com', ...sslOrTls, ...localPart, ...on('naver.com'), ...smtpOff },
  {
    name: 'Yandex',
    host: 'smtp.yandex.com',
    aliases: ['smtp.yandex.ru'],
    ...ssl,
    ...normal,
    ...on('yandex.com yandex.ru yandex.by yandex.kz ya.ru'),
    ...mx('mx.yandex.net'),
    ...smtpOff,
  },
  {
    name: 'Mail.ru',
    host: 'smtp.mail.ru',
    ...ssl,
    ...appPassword,
    ...on('mail.ru bk.ru inbox.ru list.ru'),
    ...mx('emx.mail.ru'),
  },
];
