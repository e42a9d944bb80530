import { Injectable } from '@nestjs/common';
import { Clock, compact, doubledMs, Refusal, uuidv5 } from '@otklik/kernel';
import { refKey, type Ref } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import { Database, type Transaction } from '@otklik/tenancy';
import type { AppealCommand } from '../../../appeal/domain/appeal.commands.js';
import { areSame, countsOf, isKnown, type Counts } from '../../domain/counts.js';
import { isToBeRecorded, untilNextCount } from '../../domain/reaction-cadence.js';
import { AppealHandler } from '../../../appeal/application/appeal-handler.js';
import { InboundAccounts, type InboundAccount } from '../inbound-accounts.js';
import { InboundBox } from '../inbound-box.js';
import type { Place } from '../../store/listening.js';
import { Counted, type DueMessage, type LastPushed, type Listener } from '../../store/counted.js';

const ACCOUNTS_AT_ONCE = 4;
const LEASE_MS = 60_000;
const TIMEOUT_MS = 20_000;
/**
 * Three messages in five seconds: a fifth of what the strictest token allows (VK: three calls a second), so that answers,
 * which notifications sends by the same tokens, never wait for counts.
 */
const MESSAGES_AT_ONCE = 3;
const PACE_MS = 5_000;
/** After the network returned nothing at all. */
const REST_MS = 60_000;
const SWITCHED_OFF_MS = 3_600_000;
/** After so many misses in a row, 1, 2 and 4 minutes apart, a hole is recorded. */
const MAX_MISSES = 4;
const BACKOFF = { firstMs: 60_000, maxMs: 3_600_000 };

const ACTOR = { kind: 'system', id: 'intake.networks' } as const;

const counts = counter('otklik_network_counts_total', 'Requests for counts of reactions, by outcome', [
  'network',
  'outcome',
]);

/** Asks the networks for reactions, at its own pace and within a share of their limits. */
@Injectable()
export class CountReactions {
  private readonly ending = new AbortController();

  constructor(
    private readonly accounts: InboundAccounts,
    private readonly counted: Counted,
    private readonly box: InboundBox,
    private readonly appeals: AppealHandler,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Answers how many accounts were asked. */
  async countDue(): Promise<number> {
    const places = await this.counted.claim(ACCOUNTS_AT_ONCE, LEASE_MS);
    await Promise.all(places.map((place) => this.countOf(place)));
    return places.length;
  }

  /** What is under way is abandoned, and asked for again. */
  stop(): void {
    this.ending.abort();
  }

  private async countOf(place: Place): Promise<void> {
    const of = this.accounts.find(place.account);
    let pause = SWITCHED_OFF_MS;
    if (of?.account.enabled) {
      pause = REST_MS;
      try {
        if (await this.ask(of, await this.counted.due(place, MESSAGES_AT_ONCE))) pause = PACE_MS;
      } catch (error) {
        const { district } = place;
        this.logger.warn('reading reaction counts failed; retrying', { district, error });
      }
    }
    await this.counted.release(place, pause);
  }

  /** Returns whether the network answered at all. Counts that were not requested are ignored. */
  private async ask(of: InboundAccount, due: readonly DueMessage[]): Promise<boolean> {
    const found = tellsCounts(of) ? due.map(({ told }) => told ?? []) : await this.askedOf(of, due);
    const told = await Promise.all(due.map((one, at) => this.told(of, one, found[at]!)));
    return told.includes(true);
  }

  private async askedOf(of: InboundAccount, due: readonly DueMessage[]): Promise<readonly Counts[]> {
    const refs = due.map(({ message, sealed }) => JSON.parse(this.box.open(message, sealed)) as Ref);
    const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const samples = Map.groupBy(await of.channel.counters(refs, signal), ({ target }) => refKey(target));
    this.ending.signal.throwIfAborted();
    return refs.map((ref) => countsOf(samples.get(refKey(ref)) ?? []));
  }

  private async told(of: InboundAccount, due: DueMessage, found: Counts): Promise<boolean> {
    const isTold = isKnown(found);
    counts.inc({ network: of.account.network, outcome: isTold ? 'TOLD' : 'MISSING' });
    const misses = isTold || tellsCounts(of) ? 0 : due.misses + 1;
    if (misses > 0 && misses < MAX_MISSES) {
      await this.counted.settle(due, { inMs: doubledMs(BACKOFF, misses), misses });
      return false;
    }
    const at = this.clock.now();
    await this.database.scope(due.district).transaction(async (tx) => {
      for (const listener of await this.counted.listeners(tx, due.district, due.message))
        await this.tell(tx, due, listener, found, at);
    });
    const inMs = untilNextCount(due.since, at, Math.random());
    await this.counted.settle(due, { ...(inMs !== undefined && { inMs: tellsCounts(of) ? null : inMs }), misses: 0 });
    return isTold;
  }

  /** What is the same is recorded at some ages alone: the next count tells until when it was seen. */
  private async tell(tx: Transaction, due: DueMessage, listener: Listener, found: Counts, at: string): Promise<void> {
    const { district, message, since } = due;
    const { last } = listener;
    if (found.length === 0 || (!last && !isKnown(found))) return;
    if (last && areSame(last.counts, found) && !isToBeRecorded(since, last.recordedAt, at))
      return this.counted.told(tx, district, message, listener, { ...last, seenAt: at });
    const isRecorded = await this.record(tx, due, listener, { counts: found, recordedAt: at, seenAt: at });
    if (!isRecorded) await this.counted.leave(tx, district, message, listener);
  }

  /** False when the case takes no counts. */
  private async record(
    tx: Transaction,
    { district, message, isHinted }: DueMessage,
    { appeal, target, last }: Listener,
    now: LastPushed,
  ): Promise<boolean> {
    const { counts: samples, recordedAt: observedAt } = now;
    const command: AppealCommand = {
      type: 'MeasureReactions',
      target,
      message,
      samples,
      observedAt,
      via: isHinted ? 'PUSH' : 'POLL',
      ...compact({ before: last?.seenAt }),
    };
    const context = {
      district,
      at: observedAt,
      actor: ACTOR,
      correlationId: appeal,
      commandId: uuidv5(appeal, `counted ${target} ${message} ${observedAt}`),
    } as const;
    try {
      await this.appeals.handle(context, appeal, command, { tx });
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
    await this.counted.told(tx, district, message, { appeal, target }, now);
    return true;
  }
}

/** It cannot be asked. */
function tellsCounts({ channel }: InboundAccount): boolean {
  return channel.capabilities.counters.pushed === 'counts';
}
