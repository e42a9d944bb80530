import type { Actor } from '@otklik/tenancy';
import type { OperationContext } from './context.js';
import { Fault } from './fault.js';

/** An expired token or a lost right ends the socket within twice this; the directory itself is up to 5 s old. */
const LOOK_EVERY_MS = 4_000;

/**
 * A live field that looks again and again whether its reader may still read. `permits` throws when he may not; then the
 * socket is closed, which ends the source.
 */
export function closeOnRevocation(
  source: AsyncIterable<unknown>,
  context: OperationContext,
  permits: (actor: Actor) => void,
): AsyncIterableIterator<unknown> {
  const inner = source[Symbol.asyncIterator]();
  const look = setInterval(() => {
    void stillPermitted(context, permits).then((lost) => {
      if (!lost) return;
      clearInterval(look);
      context.endLive?.(lost);
    });
  }, LOOK_EVERY_MS);
  look.unref();
  const ending = async (step: Promise<IteratorResult<unknown>>): Promise<IteratorResult<unknown>> => {
    let goesOn = false;
    try {
      const result = await step;
      goesOn = !result.done;
      return result;
    } finally {
      if (!goesOn) clearInterval(look);
    }
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => ending(inner.next()),
    return: (value) => ending(inner.return?.(value) ?? Promise.resolve({ done: true, value })),
    throw: (error) => ending(inner.throw?.(error) ?? Promise.reject(error as Error)),
  };
}

async function stillPermitted(
  { again, expiresAt }: OperationContext,
  permits: (actor: Actor) => void,
): Promise<'UNAUTHENTICATED' | 'FORBIDDEN' | undefined> {
  if (!again) return undefined;
  if (expiresAt !== undefined && expiresAt <= Date.now()) return 'UNAUTHENTICATED';
  try {
    permits(await again());
    return undefined;
  } catch (error) {
    // An issuer whose keys cannot be fetched for a moment takes nobody's right away.
    if (!(error instanceof Fault)) return undefined;
    return error.code === 'UNAUTHENTICATED' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  }
}
