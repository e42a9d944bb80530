import { integer, readConfig, type ConfigOf, type Environment } from '@otklik/host';

const settings = {
  openTriesPerNumber: integer('OTKLIK_OPEN_TRIES', 'wrong codes for one number in 15 minutes', {
    fallback: 10,
    min: 1,
    max: 1_000,
  }),
  openTriesInAll: integer('OTKLIK_OPEN_TRIES_IN_ALL', 'wrong codes in one district in 15 minutes', {
    fallback: 2_000,
    min: 1,
    max: 1_000_000,
  }),
  uploadsPerAddress: integer('OTKLIK_UPLOADS', 'files from one address in 10 minutes', {
    fallback: 60,
    min: 1,
    max: 1_000_000,
  }),
};

export type IntakeConfig = ConfigOf<typeof settings>;

/** Throws `WrongConfiguration`. */
export function readIntakeConfig(environment: Environment): IntakeConfig {
  return readConfig(settings, environment);
}
