import { readOfficialsFile } from '@otklik/tenancy/loader';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMailServer, type SingleConfig } from '../config.js';

/**
 * Undefined where there is no demonstration: switched off, not on a loopback address, with another issuer, or not asked
 * for where there is a mail server, which would have to deliver to invented people.
 */
export function demoOfficialsFile(
  { demo, issuer, districts }: Pick<SingleConfig, 'demo' | 'issuer' | 'districts'>,
  loopback: boolean,
  { smtpUrl } = readMailServer(),
): string | undefined {
  const file = join(districts, 'demo', 'officials.yaml');
  const wanted = demo === undefined ? smtpUrl === undefined : demo !== 'off';
  return wanted && loopback && issuer === undefined && existsSync(file) ? file : undefined;
}

/** Logins of the demonstration's officials, who sign in by one click. */
export async function demonstrationLogins(config: SingleConfig, loopback: boolean): Promise<readonly string[]> {
  const file = demoOfficialsFile(config, loopback);
  if (file === undefined) return [];
  return readOfficialsFile(file, await readFile(file, 'utf8')).map(({ login }) => login);
}
