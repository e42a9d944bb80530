import { address, choice, text, type ConfigOf, type Environment } from '../config.js';
import { isAddress } from '@otklik/kernel';

/** The sender of letters that are only written to files: `.invalid` is never registered (RFC 2606). */
const PLACEHOLDER_SENDER = 'no-reply@otklik.invalid';

/** Variables of every service that sends letters. */
export function mailSettings(environment: Environment) {
  const mailFrom = text('MAIL_FROM', 'the address that letters come from', undefined);
  return {
    smtpUrl: address('SMTP_URL', 'the mail server', ['smtp', 'smtps']),
    letters: choice(
      'OTKLIK_LETTERS',
      'files: without a mail server letters go into <data>/outbox',
      ['files'],
      undefined,
    ),
    mailFrom: {
      ...mailFrom,
      parse: (raw: string | undefined): string => {
        if (raw === undefined && (environment['SMTP_URL'] || environment['SMTP_URL_FILE']))
          throw new Error('must be given with SMTP_URL');
        const given = raw ?? PLACEHOLDER_SENDER;
        if (!isAddress(given)) throw new Error('must be a bare e-mail address');
        return given;
      },
    },
    language: choice('OTKLIK_LETTER_LANGUAGE', 'the language of letters', ['ru', 'en'], 'ru'),
  };
}

export type MailConfig = ConfigOf<ReturnType<typeof mailSettings>>;
