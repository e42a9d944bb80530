import { Injectable } from '@nestjs/common';
import { PerformWork, type ClaimedWork } from '@otklik/host';
import { Mailer } from '@otklik/kernel';
import { counter, inSpan } from '@otklik/observability';
import { SendConfirmations } from '../../subscriptions/application/send-confirmations.js';
import { Deliveries, type PendingLetter } from '../../notice/application/deliveries.js';
import { sendDue, type Sent } from '../../notice/application/send-due.js';
import { ReleaseSigned } from '../../papers/application/release-signed.js';
import { MakePapers } from './make-papers.js';
import { SendLetter } from './send-letter.js';
import { SendLinkLetter } from './send-link-letter.js';

const MAX_CONCURRENT_LETTERS = 4;
/** Longer than any attempt: the sum of the mail server's timeouts. */
const LEASE_MS = 180_000;

const letters = counter('otklik_letters_total', 'Attempts to send letters, by outcome', ['outcome'], {
  outcome: ['SENT', 'LATER', 'GIVEN_UP'],
});

/** Makes the sheets of due letters and sends them, a few concurrently. */
@Injectable()
export class SendDueLetters {
  constructor(
    private readonly work: PerformWork,
    private readonly deliveries: Deliveries,
    private readonly letter: SendLetter,
    private readonly link: SendLinkLetter,
    private readonly confirmations: SendConfirmations,
    private readonly papers: MakePapers,
    private readonly signed: ReleaseSigned,
    private readonly mailer: Mailer,
  ) {}

  /** Answers how many letters were tried. */
  async sendDue(atOnce = MAX_CONCURRENT_LETTERS): Promise<number> {
    await this.papers.makeDue();
    await this.signed.releaseDue();
    const tried = await sendDue(this.work, {
      kind: 'LETTER',
      atOnce,
      leaseMs: LEASE_MS,
      pending: (notice) => this.deliveries.letter(notice),
      send: (claimed, attempt) => this.send(claimed, attempt),
    });
    return tried + (await this.link.sendDue()) + (await this.confirmations.sendDue());
  }

  close(): void {
    this.mailer.close();
  }

  private async send(claimed: PendingLetter, attempt: ClaimedWork<object>): Promise<Sent> {
    const { district, attempts } = claimed;
    const fields = { service: 'notifications', district, attempt: attempts };
    const sent = await inSpan(
      { name: 'send letter', kind: 'CLIENT', parent: claimed.traceparent ?? undefined, fields },
      (traceparent) => this.letter.send({ ...claimed, traceparent: traceparent ?? null }, attempt),
      ({ outcome }) => outcome,
    );
    letters.inc({ outcome: sent.outcome });
    return sent;
  }
}
