import { Injectable } from '@nestjs/common';
import { WorkQueue } from '@otklik/host';
import { Network, type NoticeKind, type PersonalDataKind } from '@otklik/contracts/enumerations';
import { backoffMs, Clock, compact } from '@otklik/kernel';
import type { Outcome, Ref, Rejection } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import { Database, type Transaction } from '@otklik/tenancy';
import type { NoticeCommand } from '../../notice/domain/notice.decide.js';
import type { Known } from '../../notice/domain/notice.js';
import { byDispatch } from '../../notice/application/by-dispatch.js';
import { Deliveries } from '../../notice/application/deliveries.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import type { Sent } from '../../notice/application/send-due.js';
import { AccountAnswers } from '../store/account-answers.js';
import type { OpenAccount } from './network-channels.js';
import { type NetworkPart, NetworkParts } from '../store/network-parts.js';
import { NetworkSources } from '../store/network-sources.js';
import { type AttemptedMessage, type Attention, NetworkQueue, type PendingMessage } from '../store/network-queue.js';
import type { NoticeRecord } from './send-record.js';

export type MessageOutcome = 'SENT' | 'REFUSED' | 'LATER' | 'PAUSED' | 'UNKNOWN' | 'HELD' | 'BY_HAND' | 'ERASED';

export type MessageSent = Sent<MessageOutcome>;

export interface Attempt {
  readonly to: Ref;
  readonly record: NoticeRecord;
  /** Bytes left, and the network cannot be asked what became of them. */
  readonly isUndecided: boolean;
}

/** By an attempt whose end could not be recorded. */
function refusedBefore(parts: readonly NetworkPart[]): Rejection | undefined {
  const outcome = parts.find(({ state }) => state === 'REJECTED')?.outcome;
  return outcome?.kind === 'rejected' ? outcome.why : undefined;
}

/** Notices that are worth a call or a letter by hand: a number is shown on the page. */
const BY_HAND: readonly NoticeKind[] = ['ANSWERED', 'ANSWERED_AT_ONCE', 'ISSUE_ENDED', 'INTERIM_ANSWER', 'REPLIED'];

function isForAPerson({ way, kind }: PendingMessage, refused: Rejection): boolean {
  return refused === 'NOT_SUPPORTED' && way === 'THREAD' && BY_HAND.includes(kind);
}

/** The sender of a direct message accepts an answer; the author of a comment may not. */
function isBlocked({ way, sourceKind }: PendingMessage, command: NoticeCommand): boolean {
  return way === 'DIRECT' && sourceKind === 'DIRECT' && command.type === 'GiveUpWay' && command.code === 'BLOCKED';
}

const BACKOFF = { firstMs: 2_000, maxMs: 3_600_000 };
const GIVE_UP_MS = 86_400_000;
/** How often an account that may not send is tried again. */
const PAUSED_MS = 60_000;

const paused = counter(
  'otklik_network_pauses_total',
  'Attempts to send in a network that found the account barred',
  ['network', 'why'],
  {
    network: Network.values,
    why: ['TOKEN', 'RIGHTS', 'BANNED', 'SWITCHED_OFF'],
  },
);

/** Records what became of an attempt, in one transaction with the to-do list. */
@Injectable()
export class ConcludeMessage {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
    private readonly queue: NetworkQueue,
    private readonly work: WorkQueue,
    private readonly parts: NetworkParts,
    private readonly sources: NetworkSources,
    private readonly answers: AccountAnswers,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async attempted(message: AttemptedMessage, account: OpenAccount, attempt: Attempt): Promise<MessageSent> {
    const parts = await this.parts.of(message);
    const refused = attempt.record.refused ?? refusedBefore(parts);
    if (refused) return isForAPerson(message, refused) ? this.byHand(message) : this.givenUp(message, refused);
    if (parts.length > 0 && parts.filter(({ state }) => state === 'SENT').length === parts[0]!.parts)
      return this.sent(message, account, attempt.to, parts);
    if (attempt.isUndecided) return this.unknown(message, parts);
    const { postponed } = attempt.record;
    if (postponed?.kind === 'paused') return this.paused(message, postponed.why);
    return this.later(message, postponed, parts);
  }

  async held(message: AttemptedMessage, found: readonly PersonalDataKind[]): Promise<MessageSent> {
    await this.record(message, { type: 'HoldNotice', found, at: this.clock.now() }, 'HELD');
    return { outcome: 'HELD' };
  }

  /** The network lets no program answer there. */
  private async byHand(message: AttemptedMessage): Promise<MessageSent> {
    await this.record(message, { type: 'LeaveByHand' }, 'BY_HAND');
    return { outcome: 'BY_HAND' };
  }

  async erased(message: AttemptedMessage): Promise<MessageSent> {
    await this.record(message, { type: 'CancelNotice', ground: 'ERASED' });
    return { outcome: 'ERASED' };
  }

  async givenUp(message: AttemptedMessage, code: string): Promise<MessageSent> {
    const { district, appeal, way } = message;
    this.logger.info('a network rejected a notice; trying the next channel', { district, appeal, code });
    await this.record(message, { type: 'GiveUpWay', way, code, at: this.clock.now() });
    return { outcome: 'REFUSED' };
  }

  /** The queue is kept, and a person is called. */
  async paused(message: AttemptedMessage, why: string): Promise<MessageSent> {
    const { district, appeal, network, account } = message;
    paused.inc({ network, why });
    this.logger.warn('a network account may not send; its notices are kept', { district, appeal, code: why });
    await this.queue.pause(district, account, PAUSED_MS);
    return { outcome: 'PAUSED', againInMs: PAUSED_MS };
  }

  /** What may stand there already is looked for again and never given up; what cannot be sent within a day goes by the next way. */
  async later(message: AttemptedMessage, why?: Outcome, parts: readonly NetworkPart[] = []): Promise<MessageSent> {
    const isOpen = parts.some(({ state }) => state === 'CLAIMED');
    if (!isOpen && message.triedFor >= GIVE_UP_MS) return this.givenUp(message, 'NOT_SENT');
    const { district, appeal, attempts } = message;
    const code = why?.kind ?? 'UNDECIDED';
    this.logger.warn('sending a notice in a network failed; retrying', {
      district,
      appeal,
      code,
      count: attempts,
    });
    const held = why?.kind === 'retry' && why.scope === 'channel' ? why.afterMs : undefined;
    if (held !== undefined) await this.queue.pause(message.district, message.account, held);
    return { outcome: 'LATER', againInMs: waitAfter(message, why) };
  }

  private async sent(
    message: AttemptedMessage,
    { definition, settings }: OpenAccount,
    to: Ref,
    parts: readonly NetworkPart[],
  ): Promise<MessageSent> {
    const { way } = message;
    const outcomes = parts.map(({ outcome }) => outcome);
    const ids = outcomes.flatMap((outcome) => (outcome?.kind === 'sent' ? [outcome.id] : []));
    const [first] = outcomes;
    const at = first?.kind === 'sent' ? { ...to, thread: first.movedTo ?? to.thread, id: first.id } : undefined;
    const link = at && way === 'THREAD' ? definition.link(at, settings) : undefined;
    const proof = ids.length > 0 ? ids.join(' ') : 'SEEN_THERE';
    const proved = compact({ proof, link, at: this.clock.now() });
    await this.record(message, { type: 'RecordSent', way, ...proved });
    return { outcome: 'SENT' };
  }

  private async unknown(message: AttemptedMessage, parts: readonly NetworkPart[]): Promise<MessageSent> {
    const { way, district, appeal } = message;
    const open = parts.find(({ state }) => state === 'CLAIMED');
    if (!open) return this.later(message);
    this.logger.warn('network delivery outcome unknown; operator action required', { district, appeal });
    await this.parts.settle(open, 'UNKNOWN', { kind: 'unknown' });
    await this.record(message, { type: 'RecordUnknown', way, part: open.part, of: open.parts }, 'UNKNOWN');
    return { outcome: 'UNKNOWN' };
  }

  /** `attention`: where the notice is still open by the same way, it waits for a person. */
  private async record(
    message: AttemptedMessage,
    command: NoticeCommand,
    attention: Attention | null = null,
  ): Promise<void> {
    const { district, notice, way, attempts } = message;
    const context = byDispatch(message, command, this.clock.now(), `${way} ${attempts}`);
    await this.database.scope(district).transaction(async (tx) => {
      // What has left is recorded whatever became of the lease.
      if (command.type !== 'RecordSent') await this.work.assertLeased(tx, message.attempt);
      const { state } = await this.notices.handle(context, notice, command, { tx });
      if (command.type === 'RecordSent') await this.answers.sent(tx, district, notice, command.at);
      if (isBlocked(message, command)) await this.sources.block(tx, district, message.appeal, this.clock.now());
      if (state.status !== 'OPEN') await this.deliveries.finish(district, notice, tx);
      else if (state.way !== way) await this.redirected(message, state, tx);
      else await this.queue.wait(message, attention, tx);
    });
  }

  /** By another way, or back to the thread, where it waits for the public words. */
  private async redirected(message: AttemptedMessage, state: Known, tx: Transaction): Promise<void> {
    await this.deliveries.redirect(message.district, message.notice, state.way, tx);
    if (state.published.attention === 'HELD') await this.queue.wait(message, 'HELD', tx);
  }
}

/** What the network said, else doubled each time. */
function waitAfter({ attempts }: PendingMessage, why: Outcome | undefined): number {
  if (why?.kind === 'retry' && why.afterMs !== undefined) return why.afterMs;
  return backoffMs(BACKOFF, attempts);
}
