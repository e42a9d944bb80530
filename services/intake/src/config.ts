import { integer, readConfig, type ConfigOf, type Environment } from '@otklik/host';
import { bucketAddress } from './adapters/s3/bucket-address.js';

const limit = (variable: string, about: string, fallback: number) =>
  integer(variable, about, { fallback, min: 0, max: 10_000_000 });

/** 0 = no limit. The first two are the gateway's too: it counts in memory, before anything is asked of the database. */
const settings = {
  codeTries: limit('OTKLIK_LIMIT_CODE_TRIES', 'follow-up codes tried for one number in 15 minutes', 10),
  allCodeTries: limit('OTKLIK_LIMIT_ALL_CODE_TRIES', 'follow-up codes tried a minute for all numbers', 600),
  uploadsPerAddress: limit('OTKLIK_LIMIT_UPLOADS', 'files from one address in 10 minutes', 60),
  files: bucketAddress('FILES_URL', 'a bucket behind the S3 protocol that keeps files; without it PostgreSQL does'),
};

/** Injection token of the service's configuration. */
export const INTAKE_CONFIG = Symbol('INTAKE_CONFIG');

export type IntakeConfig = ConfigOf<typeof settings>;

/** Throws `WrongConfiguration`. */
export function readIntakeConfig(environment: Environment): IntakeConfig {
  return readConfig(settings, environment);
}
