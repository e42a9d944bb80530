import { Injectable } from '@nestjs/common';
import { compact, doubledMs } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { placeOf, type InboundMessage, type Placed } from '../domain/inbound-place.js';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { AskAgain } from './ask-again.js';
import { byTime, folded, opened, type Folded } from './folded.js';
import { InboundAccounts, type InboundAccount } from './inbound-accounts.js';
import { InboundBox } from './inbound-box.js';
import { InboundMessages } from '../store/inbound-messages.js';
import type { CapturedId, Lane, PendingMessage } from '../store/inbound-rows.js';
import { TellMessage } from './tell-message.js';

const LANES_AT_ONCE = 256;
const LEASE_MS = 120_000;
/** How long a reply waits for what it replies to, and how often it looks. */
const PATIENCE_MS = 1_500;
const LOOK_MS = 200;
const BACKOFF = { firstMs: 1_000, maxMs: 3_600_000 };

/** As long as a case has no end, a further message of its author in the dialogue belongs to it. */
const OPEN: ReadonlySet<string> = new Set(['RECEIVED', 'TAKEN_UP', 'DUPLICATE', 'REGISTERED']);

const unreadable = counter(
  'otklik_network_unreadable_total',
  'Captured messages that could not be read and were set aside',
  ['network'],
);
const failed = counter('otklik_network_failed_total', 'Received network messages that could not be applied yet', []);

/** Applies received messages to the cases: one dialogue, or one comment, at a time and in its order. */
@Injectable()
export class TellCases {
  constructor(
    private readonly accounts: InboundAccounts,
    private readonly heard: InboundMessages,
    private readonly box: InboundBox,
    private readonly appeals: AppealHandler,
    private readonly message: TellMessage,
    private readonly again: AskAgain,
    private readonly logger: Logger,
  ) {}

  /** Answers how much there was to do. */
  async tellDue(): Promise<number> {
    const lanes = await this.heard.claim(LANES_AT_ONCE, LEASE_MS);
    await Promise.all(lanes.map((lane) => this.tellLane(lane)));
    return lanes.length;
  }

  /** A failure is retried with a growing delay; other queues continue. */
  private async tellLane(lane: Lane): Promise<void> {
    const of = this.accounts.find(lane.account);
    try {
      const waits = of !== undefined && (await this.tellPending(of, lane));
      await this.heard.release(lane, waits ? { afterMs: LOOK_MS, failed: false } : undefined);
    } catch (error) {
      failed.inc();
      this.logger.warn('processing a received network message failed; retrying', { district: lane.district, error });
      const afterMs = doubledMs(BACKOFF, lane.failures + 1);
      await this.heard.release(lane, { afterMs, failed: true });
    }
  }

  /** Answers whether something waits for what it replies to. One that fails does not hold up those after it. */
  private async tellPending(of: InboundAccount, lane: Lane): Promise<boolean> {
    const pending = await this.heard.pending(lane);
    const errors: unknown[] = [];
    let waits = false;
    for (const message of await this.whole(of, lane, pending)) {
      const told = await this.tell(of, lane, message).catch((error: unknown) => void errors.push(error));
      waits ||= told === false;
    }
    if (errors.length > 0) throw errors[0];
    return waits;
  }

  /** An edit or a removal before its message is held until that comes. */
  private async whole(of: InboundAccount, lane: Lane, pending: readonly PendingMessage[]): Promise<readonly Folded[]> {
    const read: Folded[] = [];
    for (const row of pending) {
      const { parts, unreadable: aside } = opened(row, this.box);
      if (aside.length > 0) await this.setAside(of, lane, aside);
      const message = folded(row, parts);
      if (message) read.push(message);
      else await this.message.held(row, lane.district);
    }
    return read.sort(byTime);
  }

  /** It would fail for ever, and hold up all that is said after it in the dialogue. */
  private async setAside({ account }: InboundAccount, { district }: Lane, aside: readonly CapturedId[]): Promise<void> {
    await this.heard.setAside(district, aside);
    unreadable.inc({ network: account.network }, aside.length);
    this.logger.error('received network messages cannot be decoded and are set aside; operator action required', {
      district,
      code: 'UNREADABLE',
      count: aside.length,
    });
  }

  /** False when it waits. */
  private async tell(of: InboundAccount, lane: Lane, message: Folded): Promise<boolean> {
    if (await this.again.tellsMore(of, message)) return false;
    const { place, appeal } = message.row;
    const placed = place === null ? await this.placed(lane, message) : { place, appeal };
    if ('is' in placed && placed.is === 'WAIT') return false;
    const known =
      'is' in placed ? await this.message.begin(of, message, placed) : await this.message.known(of, message, placed);
    await this.message.goOn(of, message, known);
    return true;
  }

  private async placed(lane: Lane, { row, heard }: Folded): Promise<Placed> {
    const { ref, author } = heard.message;
    const isOwn = author.self;
    const parent = row.replyTo === null ? undefined : ((await this.heard.at(lane.district, row.replyTo)) ?? 'UNKNOWN');
    const latest = ref.kind === 'DIRECT' ? await this.heard.latestIn(lane, isOwn ? undefined : row.author!) : undefined;
    const of: InboundMessage = {
      isOwn,
      author: row.author!,
      ...compact({ parent }),
      ...(latest !== undefined && { latest, ...((await this.isOpen(lane, latest)) && { open: latest }) }),
    };
    return placeOf(of, lane.waitedMs < PATIENCE_MS);
  }

  private async isOpen({ district }: Lane, appeal: string): Promise<boolean> {
    return OPEN.has((await this.appeals.load(district, appeal)).state.status);
  }
}
