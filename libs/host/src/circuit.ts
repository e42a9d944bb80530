import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen, type CircuitBreakerPolicy } from 'cockatiel';

export interface CircuitOptions {
  /** In a row; then nobody is let through. */
  readonly failures: number;
  /** For so long, ms; then one is let through and tries. */
  readonly aloneMs: number;
  /** Errors that speak of who is asked and not of the request. */
  readonly isFault: (error: unknown) => boolean;
}

/**
 * A circuit breaker that closes again whatever the wall clock does. The library measures by it how long the circuit was
 * open: where the clock was set back meanwhile, it would stay open for as long as that.
 */
export function circuit({ failures, aloneMs, isFault }: CircuitOptions): CircuitBreakerPolicy {
  const breaker = circuitBreaker(handleWhen(isFault), {
    ...{ halfOpenAfter: aloneMs, breaker: new ConsecutiveBreaker(failures) },
  });
  let look: NodeJS.Timeout | undefined;
  breaker.onStateChange((state) => {
    clearInterval(look);
    if (state !== CircuitState.Open) return;
    const opened = Date.now();
    look = setInterval(() => {
      // Set back: all are let through until the next failure, as the library cannot be told to let one try.
      if (Date.now() < opened) breaker.isolate().dispose();
    }, aloneMs + 1).unref();
  });
  return breaker;
}
