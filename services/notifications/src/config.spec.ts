import { expect, it } from '@jest/globals';
import { notificationsConfig } from './config.js';

it('writes files when no mail server is named', () =>
  expect(notificationsConfig({})).toEqual({
    ...{ smtpUrl: undefined, publicUrl: undefined, mailFrom: 'no-reply@otklik.invalid', language: 'ru' },
  }));

it('needs a sender with a mail server', () => {
  expect(() => notificationsConfig({ SMTP_URL: 'smtp://localhost:25' })).toThrow(/MAIL_FROM: must be given/);
  expect(() => notificationsConfig({ SMTP_URL_FILE: '/run/secrets/smtp-url' })).toThrow(/MAIL_FROM: must be given/);
  expect(() => notificationsConfig({ SMTP_URL: 'http://localhost', MAIL_FROM: 'a@b.example' })).toThrow(/SMTP_URL/);
  expect(() => notificationsConfig({ MAIL_FROM: 'Otklik <a@b.example>' })).toThrow(/bare e-mail address/);
});
