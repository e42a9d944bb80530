import { Fault, type Deadline } from '@otklik/host/graphql';

/**
 * Rejects with `Fault('TIMED_OUT')` after `ms`. What the work has sent or not yet begun by then is given up; what runs in
 * this process goes on to its end, unheard.
 */
export async function beforeDeadline<Answer>(
  ms: number,
  work: (deadline: Deadline) => Promise<Answer>,
): Promise<Answer> {
  const giveUp = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const fault = new Fault('TIMED_OUT');
    giveUp.abort(fault);
    // Work that listens to the signal may still answer for those of its parts that were in time.
    setImmediate(() => late.reject(fault));
  }, ms);
  try {
    return await Promise.race([work({ at: Date.now() + ms, signal: giveUp.signal }), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
