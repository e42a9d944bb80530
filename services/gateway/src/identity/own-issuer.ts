import { WrongConfiguration } from '@otklik/host';
import type { JWK } from 'jose';
import type { IssuerRules } from './access-token.js';

/** Issuer of the tokens of an installation without an OIDC provider. */
export const OWN_ISSUER = 'urn:otklik:single';

export interface IssuerConfig {
  readonly issuer: string | undefined;
  readonly jwks: string | undefined;
  readonly audience: string;
  /** JWK of ES256. */
  readonly tokenKey: string | undefined;
}

/** The configured OIDC provider, else the installation itself. Throws `WrongConfiguration`. */
export function configuredIssuer({ issuer, jwks, audience, tokenKey }: IssuerConfig): IssuerRules {
  if (issuer !== undefined) {
    if (jwks === undefined) throw new WrongConfiguration('OTKLIK_JWKS_URL: must be given with OTKLIK_ISSUER');
    return { issuer, audience, keys: new URL(jwks) };
  }
  if (tokenKey === undefined) throw new WrongConfiguration('OTKLIK_ISSUER or OTKLIK_TOKEN_KEY: one must be given');
  return { issuer: OWN_ISSUER, audience, keys: { keys: [publicHalf(tokenKey)] } };
}

function publicHalf(json: string): JWK {
  const { kty, crv, x, y, kid } = jwkOf(json);
  if (kty !== 'EC' || crv !== 'P-256' || !x || !y)
    throw new WrongConfiguration('OTKLIK_TOKEN_KEY: must be a JWK of the curve P-256');
  return { kty, crv, x, y, kid: kid ?? 'configured', alg: 'ES256', use: 'sig' };
}

function jwkOf(json: string): JWK {
  try {
    return JSON.parse(json) as JWK;
  } catch {
    throw new WrongConfiguration('OTKLIK_TOKEN_KEY: must be JSON');
  }
}
