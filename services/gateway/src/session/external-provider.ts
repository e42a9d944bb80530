import { WrongConfiguration } from '@otklik/host';
import type { GatewayConfig } from '../config.js';
import type { ProviderSettings } from './oidc-client.js';

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
