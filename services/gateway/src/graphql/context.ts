import type { RequestContext } from '@otklik/host';
import type { Actor } from '@otklik/tenancy';

/** What the gateway itself needs around an operation; root resolvers get `PermittedContext` made of it. */
export interface GatewayContext extends RequestContext {
  /** For limits; absent for the process's own operations. Never logged. */
  readonly address?: string;
  /** Of a socket: who the token's bearer is now. Throws when the token ran out. */
  readonly again?: () => Promise<Actor>;
  /** Of a socket: ends it, because its token or its right is over. */
  readonly endLive?: (code: 'UNAUTHENTICATED' | 'FORBIDDEN') => void;
}
