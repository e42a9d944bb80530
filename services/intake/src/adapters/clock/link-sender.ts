import { Background, type BackgroundTask } from '@otklik/host';
import { pause } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { RecoverFollowUp } from '../../application/recover-follow-up.js';

const POLL_INTERVAL_MS = 1_000;
const RETRY_DELAY_MS = 5_000;

/** Sends requested links apart from their requests, whose time of answer must not depend on it. */
@Background()
export class LinkSender implements BackgroundTask {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly recovery: RecoverFollowUp,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        if ((await this.recovery.sendDue()) === 0) await pause(POLL_INTERVAL_MS, signal);
      } catch (error) {
        this.logger.warn('requested links could not be sent and will be retried', { service: 'intake', error });
        await pause(RETRY_DELAY_MS, signal);
      }
    }
  }
}
