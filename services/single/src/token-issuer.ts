import { OWN_ISSUER } from '@otklik/gateway/module';
import { compact } from '@otklik/kernel';
import { importJWK, SignJWT, type JSONWebKeySet, type JWK } from 'jose';

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Our own issuer of access tokens (RFC 9068), for the demonstration and for installations without a provider. The token
 * identifies its holder and nothing else: rights are read from the directory at each request.
 */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** The public half, as an OIDC provider would publish it. */
  readonly jwks: JSONWebKeySet;
  /** `identified`: the person's identity was verified. */
  issue(subject: string, options?: { readonly identified?: boolean; readonly minutes?: number }): Promise<IssuedToken>;
}

export async function openTokenIssuer(
  privateKey: JWK,
  { audience, minutes }: { readonly audience: string; readonly minutes: number },
): Promise<TokenIssuer> {
  const key = await importJWK(privateKey, 'ES256');
  const { kty, crv, x, y, kid } = privateKey;
  const publicKey = { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' } as JWK;
  return {
    issuer: OWN_ISSUER,
    audience,
    jwks: { keys: [publicKey] },
    issue: async (subject, options = {}) => {
      const from = Math.floor(Date.now() / 1000);
      const until = from + (options.minutes ?? minutes) * 60;
      const token = await new SignJWT(options.identified ? { identified: true } : {})
        .setProtectedHeader(compact({ alg: 'ES256', typ: 'at+jwt', kid }))
        .setIssuer(OWN_ISSUER)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt(from)
        .setExpirationTime(until)
        .setJti(crypto.randomUUID())
        .sign(key);
      return { token, expiresAt: new Date(until * 1000) };
    },
  };
}
