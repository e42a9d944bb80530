import { Inject } from '@nestjs/common';
import { Background, type BackgroundTask } from '@otklik/host';
import { LetterReceiver, type Letter } from '@otklik/host/mail';
import { counter, Logger } from '@otklik/observability';
import { failureIn } from '../../application/delivery-report.js';
import { RecordBounce } from '../../application/record-bounce.js';
import { Subscribe } from '../../../subscriptions/application/subscribe.js';
import { ReturnPath } from '../../application/return-path.js';

export const BOUNCE_PORT = Symbol('BOUNCE_PORT');

const reports = counter('otklik_delivery_reports_total', 'Delivery reports, by outcome', ['outcome']);

/** Takes reports of failed deliveries by SMTP: the district's mail server hands over what arrives at the letters' return addresses. */
@Background()
export class BounceReceiver implements BackgroundTask {
  private readonly receiver: LetterReceiver;

  constructor(
    private readonly bounces: RecordBounce,
    private readonly subscriptions: Subscribe,
    private readonly paths: ReturnPath,
    @Inject(BOUNCE_PORT) port: number,
    logger: Logger,
  ) {
    this.receiver = new LetterReceiver({
      // Servers return the letter's head, seldom all of it.
      port,
      maxBytes: 1_048_576,
      maxClients: 20,
      silenceMs: 30_000,
      // Reports have an empty reverse-path (RFC 5321, 4.5.5), so that none is ever reported itself.
      refusedSender: (address) => (address === '' ? undefined : 'Only delivery reports'),
      refusedRecipient: (address) => (paths.read(address) ? undefined : 'No such return address'),
      take: (letter) => this.report(letter),
      failed: (message, error) => logger.warn(message, { service: 'notifications', error }),
    });
  }

  start(): void {
    this.receiver.start();
  }

  stop(): Promise<void> {
    return this.receiver.stop();
  }

  private async report({ recipients, raw }: Letter): Promise<void> {
    const code = await failureIn(raw);
    if (code === undefined) return reports.inc({ outcome: 'other' });
    for (const address of recipients) {
      // Of a notice, or of a letter to a subscriber.
      const notice = this.paths.read(address);
      if (notice === undefined) continue;
      const isKnown =
        (await this.bounces.record(notice, code)) ||
        (await this.subscriptions.returned(notice.district, notice.notice, code));
      reports.inc({ outcome: isKnown ? 'failed' : 'unknown' });
    }
  }
}
