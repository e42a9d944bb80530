import { address, integer, rateLimit, readConfig, type ConfigOf, type Environment } from '@otklik/host';
import { mailSettings } from '@otklik/host/mail';
import { networkApis } from '@otklik/host/networks';
import { bucketAddress } from '@otklik/host/s3';

/** 0 = no limit. */
const settings = (environment: Environment) => ({
  linkTries: rateLimit('OTKLIK_LIMIT_LINK_TRIES', 'links for a lost code to one contact of a number in an hour', 3),
  uploadsPerAddress: rateLimit('OTKLIK_LIMIT_UPLOADS', 'files for a district from one address in 10 minutes', 60),
  open311PerAddress: rateLimit(
    'OTKLIK_LIMIT_OPEN311',
    'requests over Open311 to a district from one address in 10 minutes',
    1_200,
  ),
  open311PerKey: rateLimit('OTKLIK_LIMIT_OPEN311_POSTS', 'posts over Open311 by one key in 10 minutes', 300),
  files: bucketAddress('FILES_URL', 'an S3 bucket for files; without it they are stored in PostgreSQL'),
  clamd: address('OTKLIK_CLAMD', 'ClamAV’s clamd, tcp://<host>:3310 or unix:///run/clamav/clamd.sock', ['tcp', 'unix']),
  mailInPort: integer('OTKLIK_MAIL_IN_PORT', 'port at which letters to the districts arrive by SMTP; 0: none do', {
    fallback: 0,
    min: 0,
    max: 65_535,
  }),
  mailInnerServers: {
    variable: 'OTKLIK_MAIL_INNER_SERVERS',
    about: 'IMAP servers that may be read although they may have inner addresses, imap.inner.example:993[,…]',
    parse: servers,
  },
  /** In which the installation says what a letter does not. */
  language: mailSettings(environment).language,
  publicUrl: address('OTKLIK_PUBLIC_URL', 'where networks reach the installation with what they tell', [
    'https',
    'http',
  ]),
  networkApis,
});

/** Injection token of the service's configuration. */
export const INTAKE_CONFIG = Symbol('INTAKE_CONFIG');

export type IntakeConfig = ConfigOf<ReturnType<typeof settings>>;

/** Throws `WrongConfiguration`. */
export function readIntakeConfig(environment: Environment): IntakeConfig {
  return readConfig(settings(environment), environment);
}

/** Throws where one of them is no host with its port. */
function servers(raw: string | undefined): readonly string[] {
  const given = (raw ?? '').split(',').flatMap((one) => one.trim().toLowerCase() || []);
  if (given.some((one) => !/^[\w.-]{1,253}:\d{1,5}$/.test(one))) throw new Error('each must be a host and its port');
  return given;
}
