import { createHmac, hash, timingSafeEqual, type KeyObject } from 'node:crypto';
import { base32, normalCode } from '../domain/follow-up.js';

/** The secret of following up, as it is kept: never the code itself. */
export interface CodeHash {
  readonly hash: Buffer;
  /** Which HMAC key made the code. */
  readonly keyId: string;
}

/** 80 bits. Made of the submission's key, so that a retry gets the same code, also after a lost answer. */
export function followUpCode(key: KeyObject, district: number, submissionKey: string): string {
  return base32(createHmac('sha256', key).update(`${district}|${submissionKey}`).digest().subarray(0, 10), 16);
}

export function codeHash(keyId: string, appeal: string, code: string): CodeHash {
  return { hash: hashOf(appeal, code), keyId };
}

/** Names the key without telling it. */
export function keyIdOf(key: Buffer): string {
  return hash('sha256', key, 'hex').slice(0, 16);
}

/** In constant time. */
export function codeFits(typed: string, appeal: string, kept: Buffer): boolean {
  return timingSafeEqual(hashOf(appeal, normalCode(typed)), kept);
}

function hashOf(appeal: string, code: string): Buffer {
  return hash('sha256', `${appeal}|${code}`, 'buffer');
}
