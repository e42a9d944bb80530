import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '@otklik/vault';
import { codeHash, keyIdOf, linkCode, type CodeHash } from './follow-up-code.js';

/** What the log of an appeal says of its follow-up codes. */
export interface LoggedCodes {
  /** With its first event, of the receipt's code; absent in events from before there were seals. */
  readonly seal?: string;
  /** The links by which the appeal may have got another code. */
  readonly links: readonly string[];
}

/** NOT_SEALED: from before there were seals, or sealed by the key of another installation. */
export type HashVerdict = 'RIGHT' | 'REPLACED' | 'NOT_SEALED';

/**
 * The stored hash of a code is not secret: write access to the database suffices to replace it by the hash of another code. The
 * log holds a keyed hash of the first one, and each later code is derived from a link that the log names.
 */
@Injectable()
export class CodeSeals {
  private readonly key: KeyObject;
  private readonly keyId: string;
  private readonly codeKey: KeyObject;

  constructor(secrets: Secrets) {
    const key = secrets.of('follow-up-seal');
    this.key = createSecretKey(key);
    this.keyId = keyIdOf(key);
    this.codeKey = createSecretKey(secrets.of('follow-up-code'));
  }

  of(appeal: string, { hash }: Pick<CodeHash, 'hash'>): string {
    const sealed = createHmac('sha256', this.key).update(`${appeal}|`).update(hash).digest('base64url');
    return `${this.keyId}.${sealed}`;
  }

  verdict(
    { district, appeal, hash }: { readonly district: number; readonly appeal: string; readonly hash: Buffer },
    { seal, links }: LoggedCodes,
  ): HashVerdict {
    const ofLink = (link: string): Buffer => codeHash('', appeal, linkCode(this.codeKey, district, link)).hash;
    if (links.some((link) => ofLink(link).equals(hash))) return 'RIGHT';
    if (!seal?.startsWith(`${this.keyId}.`)) return 'NOT_SEALED';
    return isSame(this.of(appeal, { hash }), seal) ? 'RIGHT' : 'REPLACED';
  }
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
