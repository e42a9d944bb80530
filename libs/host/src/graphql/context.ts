import type { RequestContext } from '../request-context.js';
import type { Actor } from '@otklik/tenancy';

/** What surrounds an operation before its rules are applied; root resolvers get `PermittedContext` made of it. */
export interface OperationContext extends RequestContext {
  /** For limits; absent for the process's own operations. Never logged. */
  readonly address?: string;
  /** Of a socket: who the token's bearer is now. Throws when the token ran out. */
  readonly again?: () => Promise<Actor>;
  /** Of a socket: ends it, because its token or its right is over, or who answered it is gone. */
  readonly endLive?: (code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'UNAVAILABLE') => void;
}
