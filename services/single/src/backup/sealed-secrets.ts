import { createCipheriv, createDecipheriv, randomBytes, scrypt as scryptWith, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';

/** Without them no personal text of the set can be read, and its server lets no one in. */
export interface BackedUpSecrets {
  /** The text of `secrets.json`. */
  readonly secrets: string;
  /** Of the owner of the database. */
  readonly password: string;
}

export const MIN_PASSPHRASE = 12;
/** 64 MB and some 200 ms for each try. */
const COST = { N: 2 ** 16, r: 8, p: 1 };
const MAX_MEMORY = 2 ** 27;
const CIPHER = 'aes-256-gcm';

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptWith);

/** Throws a PlainError where anybody could guess it. */
export function demandPassphrase(passphrase: string): void {
  if (passphrase.length < MIN_PASSPHRASE)
    throw new PlainError(
      `a passphrase of at least ${MIN_PASSPHRASE} characters seals the secrets: give it in OTKLIK_BACKUP_PASSPHRASE, ` +
        'or in a file that OTKLIK_BACKUP_PASSPHRASE_FILE names.',
    );
}

/** Opened by the passphrase alone, whatever else of the set is known. */
export function sealSecrets(secrets: BackedUpSecrets, passphrase: string): Promise<string> {
  return sealByPassphrase(JSON.stringify(secrets), passphrase);
}

/** Throws a PlainError for another passphrase and for a changed text. */
export async function openSecretsSealed(text: string, passphrase: string): Promise<BackedUpSecrets> {
  return JSON.parse(await openByPassphrase(text, passphrase, 'the set')) as BackedUpSecrets;
}

/** JSON; opened by the passphrase alone. */
export async function sealByPassphrase(text: string, passphrase: string): Promise<string> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv(CIPHER, await keyOf(passphrase, salt), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const parts = { salt, iv, tag: cipher.getAuthTag(), sealed };
  const texts = Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64')]);
  return `${JSON.stringify({ kdf: 'scrypt', ...COST, cipher: CIPHER, ...Object.fromEntries(texts) })}\n`;
}

/** `of`: whose secrets they are, for the PlainError that another passphrase and a changed text end in. */
export async function openByPassphrase(text: string, passphrase: string, of: string): Promise<string> {
  try {
    const { salt, iv, tag, sealed } = JSON.parse(text) as Record<string, string>;
    const bytes = (part: string | undefined): Buffer => Buffer.from(part ?? '', 'base64');
    const decipher = createDecipheriv(CIPHER, await keyOf(passphrase, bytes(salt)), bytes(iv), { authTagLength: 16 });
    decipher.setAuthTag(bytes(tag));
    const opened = Buffer.concat([decipher.update(bytes(sealed)), decipher.final()]);
    return opened.toString('utf8');
  } catch {
    throw new PlainError(`the passphrase does not open the secrets of ${of}. Nothing was changed.`);
  }
}

function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return scrypt(passphrase.normalize('NFC'), salt, 32, { ...COST, maxmem: MAX_MEMORY });
}
