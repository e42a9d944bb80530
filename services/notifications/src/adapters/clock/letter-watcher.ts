import { Mailer } from '@otklik/kernel';
import { Background, type BackgroundTask } from '@otklik/host';
import { pause } from '@otklik/messaging';
import { counter, Logger } from '@otklik/observability';
import { Deliveries, type DueNotice } from '../../application/deliveries.js';
import { SendLinkLetter } from '../../application/send-link-letter.js';
import { SendLetter } from '../../application/send-letter.js';

const POLL_INTERVAL_MS = 1_000;
const MAX_CONCURRENT_LETTERS = 4;
/** Longer than any attempt: the sum of the mail server's timeouts. */
const LEASE_MS = 180_000;
const RETRY_DELAY_MS = 5_000;
/** An attempt that takes longer is abandoned; it is retried when its lease expires. */
const STOP_TIMEOUT_MS = 5_000;

const letters = counter('otklik_letters_total', 'Letters by the outcome of an attempt', ['outcome']);

/** Sends due letters, a few concurrently. */
@Background()
export class LetterWatcher implements BackgroundTask {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly deliveries: Deliveries,
    private readonly letter: SendLetter,
    private readonly link: SendLinkLetter,
    private readonly mailer: Mailer,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const stopped = new AbortController();
    await Promise.race([this.running, pause(STOP_TIMEOUT_MS, stopped.signal)]);
    stopped.abort();
    this.mailer.close();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        if ((await this.sendDue()) === 0) await pause(POLL_INTERVAL_MS, signal);
      } catch (error) {
        this.logger.warn('sending letters failed and will be retried', { service: 'notifications', error });
        await pause(RETRY_DELAY_MS, signal);
      }
    }
  }

  private async sendDue(): Promise<number> {
    const due = await this.deliveries.due(MAX_CONCURRENT_LETTERS);
    const results = await Promise.allSettled(due.map((notice) => this.send(notice)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return due.length + (await this.link.sendDue());
  }

  private async send(due: DueNotice): Promise<void> {
    const claimed = await this.deliveries.claim(due, LEASE_MS);
    if (!claimed) return;
    letters.inc({ outcome: await this.letter.send(claimed) });
  }
}
