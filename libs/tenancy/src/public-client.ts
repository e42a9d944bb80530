import type { Directory } from './directory.js';

/** What officials let the front-end do in their names. */
export const publicClientScopes = ['read', 'act'] as const;
export type PublicClientScope = (typeof publicClientScopes)[number];

/** A front-end of another team, at which officials of the district sign in (OAuth 2.1: a public client, without a secret). */
export interface PublicClient {
  /** A random UUID: `client_id`. */
  readonly id: string;
  /** What administrators and the sign-in page call it. */
  readonly title: string;
  /** Where the code is sent to: exactly these addresses. */
  readonly redirects: readonly string[];
  readonly scopes: readonly PublicClientScope[];
}

export interface RegisteredClient extends PublicClient {
  /** Its tokens hold no right elsewhere. */
  readonly district: number;
}

export const MAX_REDIRECTS = 5;
const MAX_REDIRECT_LENGTH = 500;
/** On the developer's own machine, where no certificate is to be had. */
const OWN_MACHINE = 'localhost';

/** Registered and not revoked. */
export function publicClient(directory: Pick<Directory, 'districts'>, id: string): RegisteredClient | undefined {
  for (const { id: district, publicClients = [] } of directory.districts()) {
    const found = publicClients.find((client) => client.id === id);
    if (found) return { ...found, district };
  }
  return undefined;
}

/** Where its pages are. */
export function originsOf({ redirects }: Pick<PublicClient, 'redirects'>): readonly string[] {
  return [...new Set(redirects.map((address) => new URL(address).origin))];
}

/** A page of this origin may call: it is of a registered client. */
export function isClientOrigin(directory: Pick<Directory, 'districts'>, origin: string): boolean {
  return directory
    .districts()
    .some(({ publicClients = [] }) => publicClients.some((client) => originsOf(client).includes(origin)));
}

/** Nothing that ends a directive of a content security policy (CSP3 §2.2), which names these hosts. */
const HOST = /^[a-z0-9.-]+(?::\d+)?$/;

/** An address that may be registered: https, or http on the developer's own machine; no fragment, no user, a plain host. */
export function isRedirect(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.href !== address || address.length > MAX_REDIRECT_LENGTH) return false;
  if (url.hash !== '' || url.username !== '' || url.password !== '' || !HOST.test(url.host)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === OWN_MACHINE);
}
