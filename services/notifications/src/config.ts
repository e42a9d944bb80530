import { address, choice, readConfig, text, type ConfigOf, type Environment } from '@otklik/host';
import { isAddress } from './application/mail.js';

const schema = {
  smtpUrl: address('SMTP_URL', 'the mail server; without it letters become files in <data>/outbox', ['smtp', 'smtps']),
  mailFrom: text('MAIL_FROM', 'the address that letters come from', undefined),
  publicUrl: address('OTKLIK_PUBLIC_URL', 'where residents reach the pages; letters name the district’s', [
    'https',
    'http',
  ]),
  language: choice('OTKLIK_LETTER_LANGUAGE', 'the language of letters to applicants', ['ru', 'en'], 'ru'),
};

/** The sender of letters that are only written to files: `.invalid` can never be somebody's (RFC 2606). */
const NOBODY = 'no-reply@otklik.invalid';

export interface NotificationsConfig extends Omit<ConfigOf<typeof schema>, 'mailFrom'> {
  readonly mailFrom: string;
}

/** Throws when a variable is wrong; says which. */
export function notificationsConfig(environment: Environment): NotificationsConfig {
  const config = readConfig(
    {
      ...schema,
      mailFrom: {
        ...schema.mailFrom,
        parse: (raw: string | undefined) => {
          if (raw === undefined && (environment['SMTP_URL'] || environment['SMTP_URL_FILE']))
            throw new Error('must be given with SMTP_URL');
          const given = raw ?? NOBODY;
          if (!isAddress(given)) throw new Error('must be a bare e-mail address');
          return given;
        },
      },
    },
    environment,
  );
  return config;
}
