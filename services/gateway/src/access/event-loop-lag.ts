/** A timer of its own, because the runtime's histogram samples every 10 ms and so wakes a process at rest. */
export interface EventLoopLag {
  /** The last sample came more than `maxLagMs` behind its time. */
  isExceeded(): boolean;
  stop(): void;
}

export function watchEventLoopLag(options: {
  readonly sampleIntervalMs: number;
  readonly maxLagMs: number;
}): EventLoopLag {
  const { sampleIntervalMs, maxLagMs } = options;
  let due = performance.now() + sampleIntervalMs;
  let exceeded = false;
  const timer = setInterval(() => {
    const now = performance.now();
    exceeded = now - due > maxLagMs;
    due = now + sampleIntervalMs;
  }, sampleIntervalMs).unref();
  return { isExceeded: () => exceeded, stop: () => clearInterval(timer) };
}
