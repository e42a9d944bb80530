import type { GatewayOptions } from '@otklik/gateway/module';
import type { SingleConfig } from './config.js';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';
import type { TokenIssuer } from './token-issuer.js';

/** The trusted issuer of access tokens: the configured OIDC provider, else our own. */
export function trustedIssuer(config: SingleConfig, own: TokenIssuer): GatewayOptions['issuer'] {
  const { issuer, audience, jwks } = config;
  if (issuer === undefined) return { issuer: own.issuer, audience: own.audience, keys: own.jwks };
  if (jwks === undefined)
    throw new PlainError('OTKLIK_ISSUER needs OTKLIK_JWKS_URL: the address of its public keys (its jwks_uri).');
  return { issuer, audience, keys: new URL(jwks) };
}
