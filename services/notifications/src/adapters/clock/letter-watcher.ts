import { Background, type BackgroundTask } from '@otklik/host';
import { pause } from '@otklik/messaging';
import { counter, Logger } from '@otklik/observability';
import { Deliveries, type DueNotice } from '../../application/deliveries.js';
import { Mailer } from '../../application/mail.js';
import { SendLetter } from '../../application/send-letter.js';

const POLL_INTERVAL_MS = 1_000;
const MAX_CONCURRENT_LETTERS = 4;
/** Longer than any try: the mail server's silences together. */
const LEASE_MS = 180_000;
const RETRY_DELAY_MS = 5_000;
/** A try that is still on its way at the stop is left; its lease lets another process try again. */
const STOP_TIMEOUT_MS = 5_000;

const letters = counter('otklik_letters_total', 'Letters by what became of a try', ['outcome']);

/** Sends letters when their time comes, a few at once. */
@Background()
export class LetterWatcher implements BackgroundTask {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly deliveries: Deliveries,
    private readonly letter: SendLetter,
    private readonly mailer: Mailer,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const enough = new AbortController();
    await Promise.race([this.running, pause(STOP_TIMEOUT_MS, enough.signal)]);
    enough.abort();
    this.mailer.close();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        if ((await this.sendDue()) === 0) await pause(POLL_INTERVAL_MS, signal);
      } catch (error) {
        this.logger.warn('letters will be tried again', { service: 'notifications', error });
        await pause(RETRY_DELAY_MS, signal);
      }
    }
  }

  private async sendDue(): Promise<number> {
    const due = await this.deliveries.due(MAX_CONCURRENT_LETTERS);
    const results = await Promise.allSettled(due.map((notice) => this.send(notice)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return due.length;
  }

  private async send(due: DueNotice): Promise<void> {
    const claimed = await this.deliveries.claim(due, LEASE_MS);
    if (!claimed) return;
    letters.inc({ outcome: await this.letter.send(claimed) });
  }
}
