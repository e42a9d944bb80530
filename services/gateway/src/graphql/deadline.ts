import { Fault, type Deadline } from '@otklik/host/graphql';

/**
 * Rejects with `Fault('TIMED_OUT')` after `ms` and aborts the signal: outgoing requests are cancelled, and steps that check
 * the signal do not start. Work already running in this process continues, and its result is dropped.
 */
export async function beforeDeadline<Answer>(
  ms: number,
  work: (deadline: Deadline) => Promise<Answer>,
): Promise<Answer> {
  const controller = new AbortController();
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const fault = new Fault('TIMED_OUT');
    controller.abort(fault);
    // One turn later, so that work which handles the abort may still resolve first.
    setImmediate(() => timeout.reject(fault));
  }, ms);
  try {
    return await Promise.race([work({ at: Date.now() + ms, signal: controller.signal }), timeout.promise]);
  } finally {
    clearTimeout(timer);
  }
}
