import { pause } from '@otklik/messaging';
import { counter } from '@otklik/observability';
import type { Pool } from 'pg';
import { sendLetter, type SendingParts } from '../../application/send-letter.js';
import { claimLetter, dueLetters, type DueNotice } from '../postgres/deliveries.js';

const POLL_INTERVAL_MS = 1_000;
const AT_ONCE = 4;
/** Longer than any try: the mail server's silences together. */
const LEASE_MS = 180_000;
const TROUBLE_MS = 5_000;
/** A try that is still on its way at the stop is left; its lease lets another process try again. */
const STOP_MS = 5_000;

/** Sends letters when their time comes, a few at once. */
export function startLetterWatcher(worker: Pool, parts: SendingParts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const letters = counter('otklik_letters_total', 'Letters by what became of a try', ['outcome']);

  async function send(due: DueNotice): Promise<void> {
    const claimed = await claimLetter(parts.database.scope(due.district), due, LEASE_MS);
    if (!claimed) return;
    const outcome = await sendLetter(parts, claimed);
    letters.inc({ outcome });
  }

  async function look(): Promise<number> {
    const due = await dueLetters(worker, AT_ONCE);
    const results = await Promise.allSettled(due.map(send));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return due.length;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if ((await look()) === 0) await pause(POLL_INTERVAL_MS, stopping.signal);
      } catch (error) {
        parts.logger.warn('letters will be tried again', { service: 'notifications', error });
        await pause(TROUBLE_MS, stopping.signal);
      }
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      const enough = new AbortController();
      await Promise.race([running, pause(STOP_MS, enough.signal)]);
      enough.abort();
      parts.mailer.close();
    },
  };
}
