import type { Actor } from '@otklik/tenancy';
import type { OperationContext } from './context.js';
import { Fault } from './fault.js';

/** A lost right closes the socket within 5 s: this interval, and a copy of the directory that is up to 2.5 s old. */
const RIGHTS_CHECK_INTERVAL_MS = 2_000;

/**
 * Checks a subscription's rights at intervals. When the token has expired, or `permits` throws, it closes the socket, which
 * ends the source.
 */
export function closeOnRevocation(
  source: AsyncIterable<unknown>,
  context: OperationContext,
  permits: (actor: Actor) => void,
): AsyncIterableIterator<unknown> {
  const inner = source[Symbol.asyncIterator]();
  const check = setInterval(() => {
    void revocation(context, permits).then((lost) => {
      if (!lost) return;
      clearInterval(check);
      context.closeSocket?.(lost);
    });
  }, RIGHTS_CHECK_INTERVAL_MS);
  check.unref();
  const clearAtEnd = async (step: Promise<IteratorResult<unknown>>): Promise<IteratorResult<unknown>> => {
    let continues = false;
    try {
      const result = await step;
      continues = !result.done;
      return result;
    } finally {
      if (!continues) clearInterval(check);
    }
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => clearAtEnd(inner.next()),
    return: (value) => clearAtEnd(inner.return?.(value) ?? Promise.resolve({ done: true, value })),
    throw: (error) => clearAtEnd(inner.throw?.(error) ?? Promise.reject(error as Error)),
  };
}

async function revocation(
  { reauthenticate, expiresAt }: OperationContext,
  permits: (actor: Actor) => void,
): Promise<'UNAUTHENTICATED' | 'FORBIDDEN' | undefined> {
  if (!reauthenticate) return undefined;
  if (expiresAt !== undefined && expiresAt <= Date.now()) return 'UNAUTHENTICATED';
  try {
    permits(await reauthenticate());
    return undefined;
  } catch (error) {
    // A failure to fetch the issuer's keys is temporary, and no revocation.
    if (!(error instanceof Fault)) return undefined;
    return error.code === 'UNAUTHENTICATED' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  }
}
