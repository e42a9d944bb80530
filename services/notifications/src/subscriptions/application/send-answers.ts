import { Injectable } from '@nestjs/common';
import { Clock, localDate, localTime, Mailer, MailFailure, uuidv5, wireAddress, type LocalDate } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Directory, type District } from '@otklik/tenancy';
import { openTextBox, Secrets, subscriptionLink, Vault } from '@otklik/vault';
import { addressOf } from '../../letters/application/letter-files.js';
import { LetterSettings } from '../../letters/application/send-letter.js';
import { PublishedAnswers } from '../store/published-answers.js';
import { Subscriptions, type ClaimedSubscription } from '../store/subscriptions.js';
import { subscriptionLetters } from './send-confirmations.js';
import { writeAnswers, type SentAnswer } from './subscription-letter.js';

/** Hours of the district's day in which letters to subscribers leave: from `from` on, before `to`. */
export abstract class SubscriptionHours {
  abstract readonly from: number;
  abstract readonly to: number;
}

type Outcome = 'SENT' | 'EMPTY' | 'FAILED' | 'POSTPONED';

const RETRY_MS = 600_000;
const SWEEP_MS = 3_600_000;
/** Of the mail server: this recipient is refused for good. */
const NO_SUCH_ADDRESS: ReadonlySet<string> = new Set(['ADDRESS', '550', '551', '553']);

/**
 * The letter of a day to each subscriber: what was published since the last one and is published still. One a day, whatever happens:
 * where it is not known whether the mail server took it, it is not sent again.
 */
@Injectable()
export class SendAnswers {
  private readonly keys: Readonly<Record<'address' | 'end', Buffer>>;
  private sweptAt = 0;

  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly answers: PublishedAnswers,
    private readonly directory: Directory,
    private readonly vault: Vault,
    private readonly mailer: Mailer,
    private readonly settings: LetterSettings,
    private readonly hours: SubscriptionHours,
    private readonly clock: Clock,
    private readonly logger: Logger,
    secrets: Secrets,
  ) {
    this.keys = { address: secrets.of('subscription-address'), end: secrets.of('subscription-end') };
  }

  /** Answers how many were begun. Throws when the database is down. */
  async sendDue(): Promise<number> {
    const at = this.clock.now();
    await this.sweep(at);
    const { publicUrl } = this.settings;
    if (publicUrl === undefined) return 0;
    let begun = 0;
    for (const district of this.directory.districts()) {
      const hour = localTime(at, district.zone).minute / 60;
      if (hour < this.hours.from || hour >= this.hours.to) continue;
      begun += await this.ofDistrict(district, publicUrl, at);
    }
    return begun;
  }

  /** What was not confirmed in time goes, once an hour. */
  private async sweep(at: string): Promise<void> {
    if (Date.parse(at) - this.sweptAt < SWEEP_MS) return;
    for (const { id } of this.directory.districts()) {
      await this.subscriptions.sweep(id, at);
      await this.answers.sweep(id, at);
    }
    this.sweptAt = Date.parse(at);
  }

  private async ofDistrict(district: District, publicUrl: string, at: string): Promise<number> {
    const day = localDate(at, district.zone);
    let begun = 0;
    for (const id of await this.subscriptions.due(district.id, day, at)) {
      const mine = await this.subscriptions.claim(district.id, { id, day, at });
      if (!mine) continue;
      begun += 1;
      subscriptionLetters.inc({ kind: 'ANSWERS', outcome: await this.send(mine, { district, publicUrl, day, at }) });
    }
    return begun;
  }

  private async send(mine: ClaimedSubscription, of: Sending): Promise<Outcome> {
    try {
      return await this.attempt(mine, of);
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const { id: district } = of.district;
      this.logger.warn('sending a letter to a subscriber failed', { district, code: error.code });
      if (!error.final) {
        const until = new Date(Date.parse(of.at) + RETRY_MS).toISOString();
        await this.subscriptions.postpone(district, mine, until);
        return 'POSTPONED';
      }
      if (NO_SUCH_ADDRESS.has(error.code)) await this.subscriptions.end(district, mine.id);
      return 'FAILED';
    }
  }

  private async attempt(mine: ClaimedSubscription, { district, publicUrl, day, at }: Sending): Promise<Outcome> {
    const answers = await this.answersFor(mine, district.id, at);
    if (answers.length === 0) return 'EMPTY';
    const { language, domain, returnPath } = this.settings;
    const link = subscriptionLink(this.keys.end, district.id, mine.id);
    const end = addressOf(publicUrl, district.code, `unsubscribe/${link}`);
    await this.mailer.send({
      messageId: `<${uuidv5(mine.id, `answers/${day}`)}@${domain}>`,
      to: wireAddress(openTextBox(this.keys.address, mine.id, mine.address)),
      endsAt: end,
      ...(returnPath && { returnPath: returnPath.of({ district: district.id, notice: mine.id }) }),
      ...writeAnswers(mine, answers, { end, district, style: { language, publicUrl } }),
    });
    return 'SENT';
  }

  /** Read at the moment of sending: what was taken back, and what is of a person who was erased, is not among them. */
  private async answersFor(
    { topic, settlement, sentUntil: from }: ClaimedSubscription,
    district: number,
    until: string,
  ): Promise<readonly SentAnswer[]> {
    const live = await this.answers.live(district, { topic, settlement, from, until });
    const titles = await this.vault.openAll(
      district,
      live.map(({ title }) => title),
    );
    return live.flatMap(({ publication }, at) => {
      const title = titles[at];
      return title === undefined || title === '' ? [] : [{ publication, title }];
    });
  }
}

interface Sending {
  readonly district: District;
  readonly publicUrl: string;
  readonly day: LocalDate;
  /** ISO 8601 UTC. */
  readonly at: string;
}
