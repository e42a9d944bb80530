import { address, choice, readConfig, text, type ConfigOf, type Environment } from '@otklik/host';
import { isAddress } from './application/mail.js';

const schema = {
  smtpUrl: address('SMTP_URL', 'the mail server', ['smtp', 'smtps']),
  letters: choice('OTKLIK_LETTERS', 'files: without a mail server letters go into <data>/outbox', ['files'], undefined),
  mailFrom: text('MAIL_FROM', 'the address that letters come from', undefined),
  publicUrl: address('OTKLIK_PUBLIC_URL', 'where residents reach the pages; letters name the district’s', [
    'https',
    'http',
  ]),
  language: choice('OTKLIK_LETTER_LANGUAGE', 'the language of letters to applicants', ['ru', 'en'], 'ru'),
};

/** The sender of letters that are only written to files: `.invalid` is never registered (RFC 2606). */
const PLACEHOLDER_SENDER = 'no-reply@otklik.invalid';

export interface NotificationsConfig extends Omit<ConfigOf<typeof schema>, 'mailFrom'> {
  readonly mailFrom: string;
}

/** Throws when a variable is wrong; says which. */
export function notificationsConfig(environment: Environment): NotificationsConfig {
  const config = readConfig(
    {
      ...schema,
      smtpUrl: {
        ...schema.smtpUrl,
        // A letter written to a file counts as dispatched and meets the deadline, so it must be chosen explicitly.
        parse: (raw: string | undefined) => {
          if (raw === undefined && !environment['OTKLIK_LETTERS'])
            throw new Error('must be given, or OTKLIK_LETTERS=files');
          return schema.smtpUrl.parse(raw);
        },
      },
      mailFrom: {
        ...schema.mailFrom,
        parse: (raw: string | undefined) => {
          if (raw === undefined && (environment['SMTP_URL'] || environment['SMTP_URL_FILE']))
            throw new Error('must be given with SMTP_URL');
          const given = raw ?? PLACEHOLDER_SENDER;
          if (!isAddress(given)) throw new Error('must be a bare e-mail address');
          return given;
        },
      },
    },
    environment,
  );
  return config;
}
