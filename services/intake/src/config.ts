import { rateLimit, readConfig, type ConfigOf, type Environment } from '@otklik/host';
import { bucketAddress } from './adapters/s3/bucket-address.js';

/** 0 = no limit. The gateway reads the first two as well: it counts in memory, before any query. */
const settings = {
  codeTries: rateLimit('OTKLIK_LIMIT_CODE_TRIES', 'attempts at the follow-up code of one number in 15 minutes', 10),
  allCodeTries: rateLimit('OTKLIK_LIMIT_ALL_CODE_TRIES', 'attempts at follow-up codes of all numbers a minute', 600),
  linkTries: rateLimit('OTKLIK_LIMIT_LINK_TRIES', 'links in place of a lost code for one number in an hour', 3),
  uploadsPerAddress: rateLimit('OTKLIK_LIMIT_UPLOADS', 'files from one address in 10 minutes', 60),
  files: bucketAddress('FILES_URL', 'an S3 bucket for files; without it they are stored in PostgreSQL'),
};

/** Injection token of the service's configuration. */
export const INTAKE_CONFIG = Symbol('INTAKE_CONFIG');

export type IntakeConfig = ConfigOf<typeof settings>;

/** Throws `WrongConfiguration`. */
export function readIntakeConfig(environment: Environment): IntakeConfig {
  return readConfig(settings, environment);
}
