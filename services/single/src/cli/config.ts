import type { Environment } from '@otklik/host';

/** Apart from the other settings: the terminal's process reads it without loading the services. */
export function processEnvironment(): Environment {
  return process.env;
}
