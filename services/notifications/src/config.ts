import { address, integer, readConfig, text, type ConfigOf, type Environment } from '@otklik/host';
import { mailSettings } from '@otklik/host/mail';
import { bodyOrigins, networkApis, outsideOrigins } from '@otklik/host/networks';
import { MAX_LOCAL_PART } from '@otklik/vault';

/** `9-21`: from nine until nine in the evening. */
const HOURS = /^(\d{1,2})-(\d{1,2})$/;

function hoursIn(given: string): { readonly from: number; readonly to: number } {
  const [, from, to] = (HOURS.exec(given) ?? []).map(Number);
  if (from === undefined || to === undefined || from >= to || to > 24)
    throw new Error('must be two hours of a day, such as 9-21');
  return { from, to };
}

const settings = (environment: Environment) => {
  const mail = mailSettings(environment);
  const bouncePort = integer(
    'OTKLIK_BOUNCE_PORT',
    'port at which reports of failed deliveries arrive by SMTP; 0: none do',
    { fallback: 0, min: 0, max: 65_535 },
  );
  return {
    ...mail,
    networkApis,
    webhookOrigins: outsideOrigins('OTKLIK_WEBHOOK_ORIGINS', 'where webhooks may lead'),
    bodyOrigins,
    signatureAuthorities: text(
      'OTKLIK_SIGNATURE_AUTHORITIES',
      'folder with certificates (.cer, .crt, .pem) of accredited authorities; without it no signature counts as of one',
      undefined,
    ),
    bouncePort: {
      ...bouncePort,
      parse: (raw: string | undefined): number => {
        const sender = environment['MAIL_FROM'] ?? '';
        if (raw && sender.indexOf('@') > MAX_LOCAL_PART)
          throw new Error(
            `MAIL_FROM must have at most ${MAX_LOCAL_PART} characters before @, so that each letter has a return address`,
          );
        return bouncePort.parse(raw);
      },
    },
    smtpUrl: {
      ...mail.smtpUrl,
      // A letter written to a file counts as dispatched and meets the deadline, so it must be chosen explicitly.
      parse: (raw: string | undefined) => {
        if (raw === undefined && !environment['OTKLIK_LETTERS'])
          throw new Error('must be given, or OTKLIK_LETTERS=files');
        return mail.smtpUrl.parse(raw);
      },
    },
    subscriptionHours: {
      ...text('OTKLIK_SUBSCRIPTION_HOURS', 'hours of the district’s day in which letters to subscribers leave', '9-21'),
      parse: (raw: string | undefined) => hoursIn(raw ?? '9-21'),
    },
    publicUrl: address('OTKLIK_PUBLIC_URL', 'where residents reach the pages; letters name the district’s', [
      'https',
      'http',
    ]),
  };
};

/** Names the service's configuration for the injector. */
export const NOTIFICATIONS_CONFIG = Symbol('NOTIFICATIONS_CONFIG');

/** An attempt that takes longer is abandoned at the stop; it is retried when its lease expires. */
export const STOP_TIMEOUT_MS = 5_000;

export type NotificationsConfig = ConfigOf<ReturnType<typeof settings>>;

/** Throws when a variable is wrong; says which. */
export function notificationsConfig(environment: Environment): NotificationsConfig {
  return readConfig(settings(environment), environment);
}
