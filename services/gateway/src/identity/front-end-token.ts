import { ACT_SCOPE, derivedSigningKey, PROVIDER_KEY_PURPOSE, PROVIDER_PATH } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { originsOf, publicClient, withinDistrict, type Directory, type RegisteredClient } from '@otklik/tenancy';
import { decodeJwt } from 'jose';
import type { SessionRequest } from '../session/identify-session.js';
import type { IssuerRules, TokenHolder } from './access-token.js';
import type { Identity } from './identity.js';

/** Tokens that the embedded provider gives to front-ends of other teams. */
export interface FrontEndTokens extends IssuerRules {
  /** Whether the login has got a new password since. */
  readonly hasEnded: (login: string, issuedAt: Date) => Promise<boolean>;
}

/** The provider's key derives from the installation's secret: nothing is asked of it. */
export function frontEndIssuer(origin: URL, audience: string, secret: (purpose: string) => Buffer): IssuerRules {
  const { d: _, ...open } = derivedSigningKey(secret(PROVIDER_KEY_PURPOSE));
  return { issuer: new URL(PROVIDER_PATH, origin).href, audience, keys: { keys: [open] } };
}

/** Whose token it says it is, before anything of it is checked. */
export function isOfIssuer(token: string, issuer: string): boolean {
  try {
    return decodeJwt(token).iss === issuer;
  } catch {
    return false;
  }
}

/**
 * The official, with the rights of the front-end's district alone. A front-end that is not registered now, and a token that a page
 * of another origin sends, are refused. Throws `Fault`.
 */
export async function frontEndIdentity(
  { subject, client: clientId = '', scopes = [], issuedAt, expiresAt }: TokenHolder,
  { directory, tokens }: { readonly directory: Directory; readonly tokens: FrontEndTokens },
  request?: SessionRequest,
): Promise<Identity> {
  const client = publicClient(directory, clientId);
  const official = directory.official(subject);
  if (!client || !official) throw new Fault('UNAUTHENTICATED');
  if (await tokens.hasEnded(subject, lastInstantOf(issuedAt))) throw new Fault('UNAUTHENTICATED');
  demandOriginOf(client, request);
  const mayAct = [client.scopes, scopes].every((given) => given.some((scope) => scope === ACT_SCOPE));
  return { actor: withinDistrict(official, client.district), expiresAt, ...(!mayAct && { readsOnly: true as const }) };
}

/** Whole seconds are in a token. */
function lastInstantOf(second: number): Date {
  return new Date(second + 999);
}

/** What no page sends, such as a program, has no origin. */
function demandOriginOf(client: RegisteredClient, request: SessionRequest | undefined): void {
  const origin = request?.headers.origin;
  if (origin !== undefined && !originsOf(client).includes(origin)) throw new Fault('FORBIDDEN');
}
