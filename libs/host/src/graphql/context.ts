import type { RequestContext } from '../request-context.js';
import type { Actor } from '@otklik/tenancy';

/** Until when an operation's asker waits. */
export interface Deadline {
  /** ms since 1970. */
  readonly at: number;
  /** Aborted then. */
  readonly signal: AbortSignal;
}

/** What surrounds an operation before its rules are applied; root resolvers get `PermittedContext` made of it. */
export interface OperationContext extends RequestContext {
  /** For limits; absent for the process's own operations. Never logged. */
  readonly address?: string;
  /** At the edge. */
  readonly deadline?: Deadline;
  /** Nobody waits for the answer any more: what has not begun is not begun. */
  readonly givenUp?: () => boolean;
  /** Of a socket: who the token's bearer is now. Throws when the token ran out. */
  readonly again?: () => Promise<Actor>;
  /** Of a socket: ends it, because its token or its right is over, or who answered it is gone. */
  readonly endLive?: (code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'UNAVAILABLE') => void;
}
