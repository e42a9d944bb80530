import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What is signed of a chain: that its block of this number has this hash. */
export interface ChainHead {
  readonly service: string;
  readonly chain: string;
  readonly district: number;
  readonly number: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** Signs heads of chains (Ed25519). The secret is not in the database: a chain that is rebuilt there has no signatures. */
export interface ChainKey {
  readonly sign: (head: ChainHead, statement?: string) => Buffer;
  readonly verify: (head: ChainHead, signature: Buffer, statement?: string) => boolean;
  /** For keepers of anchors elsewhere: base64 of 32 bytes. */
  readonly publicKey: string;
}

/** The purpose of the derived secret. */
export const CHAIN_KEY = 'chain';

/** PKCS #8 of an Ed25519 key, before its 32 bytes (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** SubjectPublicKeyInfo of an Ed25519 key, before its 32 bytes. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export function chainKey(secret: Buffer): ChainKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, secret]), format: 'der', type: 'pkcs8' });
  const open: KeyObject = createPublicKey(key);
  return {
    sign: (head, statement = 'block') => sign(null, signedText(head, statement), key),
    verify: (head, signature, statement = 'block') => verify(null, signedText(head, statement), open, signature),
    publicKey: open.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
  };
}

/** Verifies by the public key alone, as a keeper of anchors elsewhere does. */
export function chainKeyOf(publicKey: string): ChainKey['verify'] {
  const key = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, Buffer.from(publicKey, 'base64')]),
    format: 'der',
    type: 'spki',
  });
  return (head, signature, statement = 'block') => verify(null, signedText(head, statement), key, signature);
}

function signedText({ service, chain, district, number, hash }: ChainHead, statement: string): Buffer {
  return Buffer.from(JSON.stringify(['otklik chain', statement, service, chain, district, number, hash]));
}
