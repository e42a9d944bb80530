import type { ObservedOperation, RequestContext } from '../request-context.js';
import type { Actor } from '@otklik/tenancy';

/** The deadline of an operation. */
export interface Deadline {
  /** ms since 1970. */
  readonly at: number;
  /** Aborted at the deadline. */
  readonly signal: AbortSignal;
}

/** Context of an operation before its access rules are applied; root resolvers get a `PermittedContext` made from it. */
export interface OperationContext extends RequestContext {
  /** Client address, for rate limits; absent for the process's own operations. Never logged. */
  readonly address?: string;
  /** By a front-end that may read, and change nothing. */
  readonly readsOnly?: true;
  /** Answer to the challenge that a caller beyond a limit gets. */
  readonly proof?: string;
  /** Written while the operation runs, for its log line. */
  readonly observed?: ObservedOperation;
  /** Set at the edge. */
  readonly deadline?: Deadline;
  /** Whether the caller is gone or its deadline has passed: a resolver that has not begun is skipped. */
  readonly isAbandoned?: () => boolean;
  /** For a socket: authenticates the bearer of the token again. Throws when the token has expired. */
  readonly reauthenticate?: () => Promise<Actor>;
  /** Of a socket: closes it, because the token expired, a right was revoked, or the owning service is gone. */
  readonly closeSocket?: (code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'UNAVAILABLE') => void;
}
