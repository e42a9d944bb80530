import { createECDH, createHash } from 'node:crypto';
import type { JWK } from 'jose';

/** The purpose of the secret from which the embedded provider's key derives. */
export const PROVIDER_KEY_PURPOSE = 'oidc-signing-key';
/** The embedded OIDC provider at the installation's origin. */
export const PROVIDER_PATH = '/oidc';
/** Scope of a token with which a front-end may change something; without it, it reads. */
export const ACT_SCOPE = 'act';

/** Order of P-256 (SEC 2, §2.4.2). */
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/** A key of P-256 that each process derives alike, so that a restart or another replica does not change it. */
export function derivedSigningKey(seed: Buffer): JWK & { readonly kty: 'EC' } {
  const d = ((BigInt(`0x${seed.toString('hex')}`) % (ORDER - 1n)) + 1n).toString(16).padStart(64, '0');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(d, 'hex');
  const point = pair.getPublicKey();
  const text = (bytes: Buffer): string => bytes.toString('base64url');
  // The members of the thumbprint, in its order (RFC 7638).
  const open = { crv: 'P-256', kty: 'EC', x: text(point.subarray(1, 33)), y: text(point.subarray(33, 65)) } as const;
  const kid = createHash('sha256').update(JSON.stringify(open)).digest('base64url');
  return { ...open, kid, alg: 'ES256', use: 'sig', d: text(Buffer.from(d, 'hex')) };
}
