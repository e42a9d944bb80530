import { address, readConfig, type ConfigOf, type Environment } from '@otklik/host';
import { mailSettings } from '@otklik/host/mail';

const settings = (environment: Environment) => {
  const mail = mailSettings(environment);
  return {
    ...mail,
    smtpUrl: {
      ...mail.smtpUrl,
      // A letter written to a file counts as dispatched and meets the deadline, so it must be chosen explicitly.
      parse: (raw: string | undefined) => {
        if (raw === undefined && !environment['OTKLIK_LETTERS'])
          throw new Error('must be given, or OTKLIK_LETTERS=files');
        return mail.smtpUrl.parse(raw);
      },
    },
    publicUrl: address('OTKLIK_PUBLIC_URL', 'where residents reach the pages; letters name the district’s', [
      'https',
      'http',
    ]),
  };
};

export type NotificationsConfig = ConfigOf<ReturnType<typeof settings>>;

/** Throws when a variable is wrong; says which. */
export function notificationsConfig(environment: Environment): NotificationsConfig {
  return readConfig(settings(environment), environment);
}
