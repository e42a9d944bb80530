import { createHmac, hash, timingSafeEqual, type KeyObject } from 'node:crypto';
import { sameShape } from '@otklik/kernel';
import { base32 } from '../domain/follow-up.js';

/** The stored form of a follow-up code: never the code itself. */
export interface CodeHash {
  readonly hash: Buffer;
  /** Id of the HMAC key that made the code. */
  readonly keyId: string;
}

/** 80 bits, derived from the submission's key, so that a retry after a lost answer gets the same code. */
export function followUpCode(key: KeyObject, district: number, submissionKey: string): string {
  return base32(createHmac('sha256', key).update(`${district}|${submissionKey}`).digest().subarray(0, 10), 16);
}

/** Of a link in place of a lost code. */
export function linkCode(key: KeyObject, district: number, link: string): string {
  return followUpCode(key, district, JSON.stringify(['link', link]));
}

export function codeHash(keyId: string, appeal: string, code: string): CodeHash {
  return { hash: hashOf(appeal, code), keyId };
}

/** Identifies the key without revealing it. */
export function keyIdOf(key: Buffer): string {
  return hash('sha256', key, 'hex').slice(0, 16);
}

/** In constant time. */
export function isRightCode(typed: string, appeal: string, kept: Buffer): boolean {
  return timingSafeEqual(hashOf(appeal, sameShape(typed)), kept);
}

function hashOf(appeal: string, code: string): Buffer {
  return hash('sha256', `${appeal}|${code}`, 'buffer');
}
