import { WrongConfiguration } from '@otklik/host';
import type { GatewayConfig } from '../config.js';
import type { ProviderSettings } from './oidc-client.js';

/** Where residents sign in, and how their pages name it; undefined where the operator configures none. Throws `WrongConfiguration`. */
export function residentProvider(
  config: Pick<GatewayConfig, 'residentIssuer' | 'residentClientId' | 'residentClientSecret'>,
): ProviderSettings | undefined {
  const { residentIssuer, residentClientId: clientId, residentClientSecret: clientSecret } = config;
  if (residentIssuer === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined)
    throw new WrongConfiguration(
      'OTKLIK_RESIDENT_CLIENT_ID, OTKLIK_RESIDENT_CLIENT_SECRET: must be given with OTKLIK_RESIDENT_ISSUER',
    );
  const client = { clientId, clientSecret, loginClaim: 'sub' };
  return { issuer: new URL(residentIssuer), ...client, scope: 'openid profile', wantsName: true };
}

/** The client at the configured issuer; undefined without one: programs still come with its tokens. Throws `WrongConfiguration`. */
export function externalProvider(
  issuer: string,
  { clientId, clientSecret, loginClaim }: Pick<GatewayConfig, 'clientId' | 'clientSecret' | 'loginClaim'>,
): ProviderSettings | undefined {
  if (clientId === undefined) return undefined;
  if (clientSecret === undefined)
    throw new WrongConfiguration('OTKLIK_OIDC_CLIENT_SECRET: must be given with OTKLIK_OIDC_CLIENT_ID');
  return { issuer: new URL(issuer), clientId, clientSecret, loginClaim };
}
