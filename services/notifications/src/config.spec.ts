import { expect, it } from '@jest/globals';
import { notificationsConfig } from './config.js';

const files = { OTKLIK_LETTERS: 'files' };

it('writes files when OTKLIK_LETTERS=files and no mail server is configured', () =>
  expect(notificationsConfig(files)).toEqual({
    smtpUrl: undefined,
    letters: 'files',
    publicUrl: undefined,
    language: 'ru',
    bouncePort: 0,
    networkApis: {},
    mailFrom: 'no-reply@otklik.invalid',
    webhookOrigins: [],
    bodyOrigins: [],
    subscriptionHours: { from: 9, to: 21 },
  }));

it('refuses a missing mail server without OTKLIK_LETTERS=files', () => {
  for (const missing of [{}, { SMTP_URL: '' }, { SMTP_URL_FILE: '/dev/null', MAIL_FROM: 'a@b.example' }])
    expect(() => notificationsConfig(missing)).toThrow('SMTP_URL: must be given, or OTKLIK_LETTERS=files');
  expect(() => notificationsConfig({ OTKLIK_LETTERS: 'paper' })).toThrow(/OTKLIK_LETTERS: must be one of files/);
});

it('sends mail when a server is configured, whatever OTKLIK_LETTERS says', () => {
  const both = { ...files, SMTP_URL: 'smtp://localhost:25', MAIL_FROM: 'a@b.example' };
  expect(notificationsConfig(both).smtpUrl).toBe('smtp://localhost:25');
});

it('requires a bare sender address with a mail server', () => {
  expect(() => notificationsConfig({ SMTP_URL: 'smtp://localhost:25' })).toThrow(/MAIL_FROM: must be given/);
  expect(() => notificationsConfig({ SMTP_URL_FILE: '/run/secrets/smtp-url' })).toThrow(/MAIL_FROM: must be given/);
  expect(() => notificationsConfig({ SMTP_URL: 'http://localhost', MAIL_FROM: 'a@b.example' })).toThrow(/SMTP_URL/);
  expect(() => notificationsConfig({ ...files, MAIL_FROM: 'Otklik <a@b.example>' })).toThrow(/bare e-mail address/);
});

it('requires a sender short enough for return addresses', () => {
  const taking = { ...files, OTKLIK_BOUNCE_PORT: '2525' };
  expect(notificationsConfig({ ...taking, MAIL_FROM: 'otvet@aldan.example' }).bouncePort).toBe(2525);
  const long = { ...taking, MAIL_FROM: `${'a'.repeat(20)}@aldan.example` };
  expect(() => notificationsConfig(long)).toThrow(/OTKLIK_BOUNCE_PORT: MAIL_FROM must have at most 19 characters/);
});

it('takes origins of inner receivers, and nothing else for one', () => {
  const read = (given: string) => notificationsConfig({ ...files, OTKLIK_WEBHOOK_ORIGINS: given }).webhookOrigins;
  expect(read('https://sed.local:8443, http://127.0.0.1:4801')).toEqual([
    'https://sed.local:8443',
    'http://127.0.0.1:4801',
  ]);
  for (const wrong of ['sed.local', 'https://sed.local/path', 'https://user@sed.local', 'ftp://sed.local'])
    expect(() => read(wrong)).toThrow(/OTKLIK_WEBHOOK_ORIGINS: each must be a scheme, a host and a port/);
});
