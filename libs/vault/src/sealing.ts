import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomFillSync,
  type CipherKey,
  type KeyObject,
} from 'node:crypto';
import type { Sealed } from './vault.js';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';
const HEAD = /^sealed:1:([0-9a-f-]{36}):([0-9a-f-]{36}):([A-Za-z][A-Za-z0-9_.-]{0,63}):$/;
/** `sealed:1:`, two UUIDs and a field's name, each with its colon. */
const MAX_HEAD_LENGTH = 9 + 37 + 37 + 65;

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
  // The pattern is for the head alone: over a long text it costs more than the cipher.
  const end = sealed.lastIndexOf(':', MAX_HEAD_LENGTH) + 1;
  const match = HEAD.exec(sealed.slice(0, end));
  if (!match) throw new SealBroken('not a sealed text');
  const [, person, eventId, field] = match as unknown as [string, string, string, string];
  return { person, eventId, field, box: sealed.slice(end) };
}

export function sealText(
  key: KeyObject,
  district: number,
  person: string,
  eventId: string,
  field: string,
  text: string,
): Sealed {
  const head = `sealed:1:${person}:${eventId}:${field}:`;
  // What could not be opened again must not be sealed: ids that are none, a field with a colon.
  if (!HEAD.test(head)) throw new TypeError('A sealed text names a person and an event by UUID and a field by name.');
  const box = encrypt(key, `${district}|${person}|${eventId}|${field}`, Buffer.from(text, 'utf8'));
  return head + box.toString('base64url');
}

export function openText(key: KeyObject, district: number, { person, eventId, field, box }: SealedParts): string {
  const bytes = Buffer.from(box, 'base64url');
  // The decoder passes over what is not base64; nothing of it was sealed.
  if (bytes.length !== Math.floor((box.length * 3) / 4) || box.length % 4 === 1)
    throw new SealBroken('not a sealed text');
  return decrypt(key, `${district}|${person}|${eventId}|${field}`, bytes).toString('utf8');
}

/** `nonce 12 | tag 16 | ciphertext` */
export function encrypt(key: CipherKey, aad: string, clear: Buffer): Buffer {
  const nonce = freshBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  const body = cipher.update(clear);
  // GCM holds nothing back; `final` only closes the tag.
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws `SealBroken` when key, place or bytes are not those of `encrypt`. */
export function decrypt(key: CipherKey, aad: string, sealed: Buffer): Buffer {
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
export function keyFor(purpose: string, key: Buffer): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `otklik ${purpose}`, KEY_BYTES)));
}

/** Keys are made of it: cleared as it is given. */
const chance = Buffer.alloc(8_192);
let used = chance.length;

/** Memory of its own. Fetched for many at once: asking the system each time costs more than the sealing of a name. */
export function freshBytes(count: number): Buffer {
  if (count > chance.length) throw new RangeError('too many at once');
  if (used + count > chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  const fresh = Buffer.alloc(count);
  chance.copy(fresh, 0, used, used + count);
  chance.fill(0, used, used + count);
  used += count;
  return fresh;
}
