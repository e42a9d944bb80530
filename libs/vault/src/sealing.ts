import { createCipheriv, createDecipheriv, hkdfSync, randomFillSync } from 'node:crypto';
import type { Sealed } from './vault.js';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';
const SEALED = /^sealed:1:([0-9a-f-]{36}):([0-9a-f-]{36}):([A-Za-z][A-Za-z0-9_.-]*):([A-Za-z0-9_-]{38,})$/;

/** The sealed text is not what was sealed, or not where it was sealed: a defect or an attack, never "erased". */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** Nothing can be sealed for this person any more: the key was destroyed, or never made. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
}

export interface SealedParts {
  readonly person: string;
  readonly eventId: string;
  readonly field: string;
  readonly box: string;
}

/** Reads the text's own word about itself; the key proves it afterwards. */
export function sealedParts(sealed: Sealed): SealedParts {
  const match = SEALED.exec(sealed);
  if (!match) throw new SealBroken('not a sealed text');
  const [, person, eventId, field, box] = match as unknown as [string, string, string, string, string];
  return { person, eventId, field, box };
}

export function sealText(
  key: Buffer,
  district: number,
  person: string,
  eventId: string,
  field: string,
  text: string,
): Sealed {
  const box = encrypt(key, `${district}|${person}|${eventId}|${field}`, Buffer.from(text, 'utf8'));
  const sealed = `sealed:1:${person}:${eventId}:${field}:${box.toString('base64url')}`;
  // What could not be opened again must not be sealed: ids that are none, a field with a colon.
  if (!SEALED.test(sealed))
    throw new TypeError('A sealed text names a person and an event by UUID and a field by name.');
  return sealed;
}

export function openText(key: Buffer, district: number, { person, eventId, field, box }: SealedParts): string {
  const aad = `${district}|${person}|${eventId}|${field}`;
  return decrypt(key, aad, Buffer.from(box, 'base64url')).toString('utf8');
}

/** `nonce 12 | tag 16 | ciphertext` */
export function encrypt(key: Buffer, aad: string, clear: Buffer): Buffer {
  const nonce = freshNonce();
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  const body = cipher.update(clear);
  // GCM holds nothing back; `final` only closes the tag.
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws `SealBroken` when key, place or bytes are not those of `encrypt`. */
export function decrypt(key: Buffer, aad: string, sealed: Buffer): Buffer {
  try {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(aad, 'utf8'));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
    decipher.final();
    return body;
  } catch {
    throw new SealBroken('a sealed text was changed, moved, or belongs to another key');
  }
}

/** A key of its own for one purpose, so that no key does two things. */
export function keyFor(purpose: string, key: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `otklik ${purpose}`, KEY_BYTES));
}

const nonces = Buffer.alloc(NONCE_BYTES * 512);
let used = nonces.length;

/** Chance is fetched for many nonces at once: asking the system each time costs more than the sealing of a name. */
function freshNonce(): Buffer {
  if (used === nonces.length) {
    randomFillSync(nonces);
    used = 0;
  }
  const nonce = Buffer.from(nonces.subarray(used, used + NONCE_BYTES));
  used += NONCE_BYTES;
  return nonce;
}
