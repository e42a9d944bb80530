/** How late the event loop runs. A look wakes a process at rest, so it is rare: the runtime's own histogram looks every 10 ms. */
export interface LateLoop {
  /** The last look came more than `lateMs` behind its time. */
  isLate(): boolean;
  stop(): void;
}

export function watchLoop({ everyMs, lateMs }: { readonly everyMs: number; readonly lateMs: number }): LateLoop {
  let due = performance.now() + everyMs;
  let late = false;
  const timer = setInterval(() => {
    const now = performance.now();
    late = now - due > lateMs;
    due = now + everyMs;
  }, everyMs).unref();
  return { isLate: () => late, stop: () => clearInterval(timer) };
}
