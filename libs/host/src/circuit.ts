import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen, type CircuitBreakerPolicy } from 'cockatiel';

export interface CircuitOptions {
  /** Consecutive failures that open the circuit. */
  readonly failures: number;
  /** How long the circuit stays open before one trial call (half-open), ms. */
  readonly openMs: number;
  /** Whether the error is a fault of the dependency, not of the request. */
  readonly isFault: (error: unknown) => boolean;
}

/**
 * A circuit breaker that closes again even if the wall clock is set back. The library measures the open time by the wall
 * clock, so it would stay open for as long as the clock was set back.
 */
export function circuit({ failures, openMs, isFault }: CircuitOptions): CircuitBreakerPolicy {
  const breaker = circuitBreaker(handleWhen(isFault), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(failures),
  });
  let clockCheck: NodeJS.Timeout | undefined;
  breaker.onStateChange((state) => {
    clearInterval(clockCheck);
    if (state !== CircuitState.Open) return;
    const opened = Date.now();
    clockCheck = setInterval(() => {
      // The clock was set back: closes the circuit, as the library offers no way to half-open it.
      if (Date.now() < opened) breaker.isolate().dispose();
    }, openMs + 1).unref();
  });
  return breaker;
}
