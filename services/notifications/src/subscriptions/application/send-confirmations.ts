import { Injectable } from '@nestjs/common';
import { PerformWork, type ClaimedWork, type Performed } from '@otklik/host';
import { Clock, Mailer, MailFailure, uuidv5, wireAddress, type Letter } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { Directory } from '@otklik/tenancy';
import { openTextBox, Secrets, subscriptionLink } from '@otklik/vault';
import { LetterSettings } from '../../letters/application/send-letter.js';
import { CONFIRMATION, Subscriptions } from '../store/subscriptions.js';
import { writeConfirmation } from './subscription-letter.js';

const MAX_CONCURRENT_LETTERS = 4;
/** Longer than any attempt: the sum of the mail server's timeouts. */
const LEASE_MS = 180_000;
/** The one who asked sits before the page. */
const BACKOFF = { firstMs: 20_000, maxMs: 600_000 };
/** About a day. */
const MAX_ATTEMPTS = 150;

const letters = counter(
  'otklik_subscription_letters_total',
  'Letters to subscribers of published answers, by outcome',
  ['kind', 'outcome'],
);

/** Letters that ask to confirm a subscription. The secret of a link is made here and nowhere stored. */
@Injectable()
export class SendConfirmations {
  private readonly keys: Readonly<Record<'address' | 'confirmation', Buffer>>;

  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly work: PerformWork,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
    private readonly settings: LetterSettings,
    private readonly clock: Clock,
    private readonly logger: Logger,
    secrets: Secrets,
  ) {
    this.keys = {
      address: secrets.of('subscription-address'),
      confirmation: secrets.of('subscription-confirmation'),
    };
  }

  /** Answers how many were tried. Throws when the database is down. */
  sendDue(): Promise<number> {
    return this.work.performDue({
      kind: CONFIRMATION,
      perform: (due) => this.send(due),
      atOnce: MAX_CONCURRENT_LETTERS,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: MAX_ATTEMPTS,
    });
  }

  private async send(due: ClaimedWork<object>): Promise<Performed> {
    try {
      const letter = await this.compose(due);
      if (letter) await this.mailer.send(letter);
      letters.inc({ kind: 'CONFIRMATION', outcome: letter ? 'SENT' : 'NOT_SENT' });
      return 'DONE';
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const { district, key: id } = due;
      this.logger.warn('sending a letter that confirms a subscription failed', { district, code: error.code });
      letters.inc({ kind: 'CONFIRMATION', outcome: error.final ? 'FAILED' : 'POSTPONED' });
      if (!error.final) return 'RETRY';
      await this.subscriptions.end(district, id);
      return 'GAVE_UP';
    }
  }

  /** Undefined where nothing waits to be confirmed any more, and where the installation does not know its own address. */
  private async compose({ district: id, key }: ClaimedWork<object>): Promise<Letter | undefined> {
    const district = this.directory.districtById(id);
    const { publicUrl, language, domain, returnPath } = this.settings;
    const waiting = await this.subscriptions.unconfirmed(id, key, this.clock.now());
    if (!district || publicUrl === undefined || !waiting) return undefined;
    const link = subscriptionLink(this.keys.confirmation, id, key);
    return {
      messageId: `<${uuidv5(key, 'confirmation')}@${domain}>`,
      to: wireAddress(openTextBox(this.keys.address, key, waiting.address)),
      ...(returnPath && { returnPath: returnPath.of({ district: id, notice: key }) }),
      ...writeConfirmation(waiting, link, district, { language, publicUrl }),
    };
  }
}

export { letters as subscriptionLetters };
