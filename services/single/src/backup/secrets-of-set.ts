import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { openSecretsSealed } from './sealed-secrets.js';
import { SECRETS } from './set-manifest.js';

interface Stored {
  readonly kek: string;
}

/**
 * Whether the set has every secret of `secrets.json`: after `keys rotate` the log brings keys that are wrapped by one that
 * a set from before does not have. A set that another passphrase seals, or whose secrets are damaged, has none.
 */
export async function holdsSecrets(
  set: string,
  { dataDir, passphrase }: { readonly dataDir: string; readonly passphrase: string },
): Promise<boolean> {
  const { kek, ...others } = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8')) as Stored;
  const held = await secretsOf(set, passphrase);
  if (held === undefined) return false;
  const { kek: heldKeys, ...heldOthers } = held;
  const keys = heldKeys.split(',');
  return kek.split(',').every((key) => keys.includes(key)) && isDeepStrictEqual(heldOthers, others);
}

async function secretsOf(set: string, passphrase: string): Promise<Stored | undefined> {
  try {
    const { secrets } = await openSecretsSealed(await readFile(join(set, SECRETS), 'utf8'), passphrase);
    return JSON.parse(secrets) as Stored;
  } catch (error) {
    if (error instanceof PlainError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
