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

/** A sealed text was changed or moved to another place: a defect or an attack, never an erasure. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** The person's key was destroyed or never created, so nothing can be sealed for the person. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
}

export interface SealedParts {
  readonly person: string;
  readonly eventId: string;
  readonly field: string;
  readonly box: string;
}

/** Parses the head of a sealed text. Its claims are unproven until `openText` has checked them with the key. */
export function sealedParts(sealed: Sealed): SealedParts {
  // Only the head is matched: over a long text the pattern costs more than the cipher.
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
  // A malformed id or a field with a colon would seal a text that cannot be parsed again.
  if (!HEAD.test(head)) throw new TypeError('A sealed text names a person and an event by UUID and a field by name.');
  const box = encrypt(key, `${district}|${person}|${eventId}|${field}`, Buffer.from(text, 'utf8'));
  return head + box.toString('base64url');
}

export function openText(key: KeyObject, district: number, { person, eventId, field, box }: SealedParts): string {
  const bytes = Buffer.from(box, 'base64url');
  // Node's decoder ignores characters that are not base64, which would make a changed text pass.
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
  // GCM buffers nothing, so `final` returns no bytes and only completes the tag.
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

/** The purpose of the key under which words of names, contacts and addresses are searched. */
export const APPLICANT_WORDS = 'applicant words';

/** Derives a key for one purpose, so that no key serves two. */
export function keyFor(purpose: string, key: Buffer): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `otklik ${purpose}`, KEY_BYTES)));
}

/** Random bytes for nonces and keys, zeroed as they are handed out. */
const entropyPool = Buffer.alloc(8_192);
let used = entropyPool.length;

/**
 * Random bytes in a buffer of their own. They come from the system for many calls at once: `randomBytes` for each nonce
 * costs 2 µs more, 30 % of sealing a name and 16 % of `npm run bench -- seal`.
 */
export function freshBytes(count: number): Buffer {
  if (count > entropyPool.length) throw new RangeError(`at most ${entropyPool.length} random bytes at once`);
  if (used + count > entropyPool.length) {
    randomFillSync(entropyPool);
    used = 0;
  }
  const fresh = Buffer.alloc(count);
  entropyPool.copy(fresh, 0, used, used + count);
  entropyPool.fill(0, used, used + count);
  used += count;
  return fresh;
}
