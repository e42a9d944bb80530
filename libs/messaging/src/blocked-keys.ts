import type { PublicEvent } from '@otklik/contracts/envelope';
import { compact } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { PrerequisiteMissing } from './messaging.js';
import { errorLabel } from './outage.js';
import { retryDelayMs, MAX_ATTEMPTS } from './retry-delay.js';

export type BlockedState = 'WAITING' | 'DEAD_LETTERED';

/** Why a key is blocked and when it is retried. */
export interface Block {
  readonly state: BlockedState;
  readonly reason: string;
  readonly attempts: number;
  readonly waits: number;
  /** From now. */
  readonly delayMs: number;
}

/** The block that a failure leads to. `attempts`: defects so far, `waits`: missing prerequisites so far, this one included. */
export function blockAfter(error: unknown, attempts: number, waits: number): Block {
  if (error instanceof UnknownVersion)
    return { state: 'DEAD_LETTERED', reason: error.message, attempts, waits, delayMs: 0 };
  if (error instanceof PrerequisiteMissing) {
    return {
      state: 'WAITING',
      reason: error.prerequisite,
      attempts: 0,
      waits: waits + 1,
      delayMs: retryDelayMs(waits + 1, 'PREREQUISITE'),
    };
  }
  return {
    state: attempts >= MAX_ATTEMPTS ? 'DEAD_LETTERED' : 'WAITING',
    reason: errorLabel(error),
    attempts,
    waits,
    delayMs: retryDelayMs(attempts, 'DEFECT'),
  };
}

/** Reason of a key that is blocked by an event of this type and version (`<type>@<schema>`). */
export function unknownVersionReason(versionedType: string): string {
  return `UnknownVersion ${versionedType}`;
}

/** The consumer knows the event's type but not this version: only a newer build can process it, and retries it at its start. */
export class UnknownVersion extends Error {
  override readonly name = 'UnknownVersion';

  constructor(event: PublicEvent) {
    super(unknownVersionReason(`${event.type}@${event.schema}`));
  }
}

/** Every dead letter is logged: an operator has to act. */
export function logDeadLetter(
  logger: Logger,
  consumer: string,
  { district, appeal }: Pick<PublicEvent, 'district' | 'appeal'>,
  code: string,
): void {
  logger.error('key dead-lettered: an operator must act', { consumer, district, appeal, code });
}

/** Every failed attempt is logged. A missing prerequisite is no failure: events of several topics come in any order. */
export function logBlocked(
  logger: Logger,
  consumer: string,
  { district, appeal }: Pick<PublicEvent, 'district' | 'appeal'>,
  event: string | undefined,
  { state, reason, attempts }: Block,
): void {
  if (state === 'DEAD_LETTERED') return logDeadLetter(logger, consumer, { district, appeal }, reason);
  const fields = compact({ consumer, district, appeal, code: reason, event });
  if (attempts === 0) logger.debug('key blocked by an earlier event', fields);
  else
    logger.warn('handling an event failed; its key is blocked until the retry succeeds', {
      ...fields,
      count: attempts,
    });
}

/**
 * Blocks the key because of `event`, which is removed from the inbox because it had no effect. Waits for a process that
 * is retrying the key (row lock): it may unblock it, and then the key is inserted again.
 */
export async function blockKey(
  tx: Transaction,
  service: string,
  consumer: string,
  event: PublicEvent,
  block: Block,
): Promise<void> {
  await tx.query(
    `with undone as (
       delete from ${service}.inbox where district = $1 and consumer = $2 and event = $4
     ), key as (
       insert into ${service}.blocked_key (district, consumer, appeal, event, state, reason, attempts, waits, retry_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + $9 * interval '1 ms')
       on conflict (district, consumer, appeal) do update set retry_at = blocked_key.retry_at
     )
     insert into ${service}.blocked_event (district, consumer, appeal, event, topic, body)
     values ($1, $2, $3, $4, $10, $11) on conflict (district, consumer, event) do nothing`,
    [
      event.district,
      consumer,
      event.appeal,
      event.id,
      block.state,
      block.reason,
      block.attempts,
      block.waits,
      block.delayMs,
      event.topic,
      JSON.stringify(event),
    ],
  );
}

/** Queues events behind their blocked keys, in this order; events already in the inbox took effect and are skipped. */
export async function queueEvents(
  tx: Transaction,
  service: string,
  consumer: string,
  events: readonly PublicEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `insert into ${service}.blocked_event (district, consumer, appeal, event, topic, body)
     select i.district, $1, i.appeal, i.event, i.topic, i.body
     from unnest($2::int[], $3::uuid[], $4::uuid[], $5::text[], $6::json[]) with ordinality
       as i(district, appeal, event, topic, body, place)
     where not exists (
       select from ${service}.inbox b where b.district = i.district and b.consumer = $1 and b.event = i.event)
     order by i.place
     on conflict (district, consumer, event) do nothing`,
    [
      consumer,
      events.map((event) => event.district),
      events.map((event) => event.appeal),
      events.map((event) => event.id),
      events.map((event) => event.topic),
      events.map((event) => JSON.stringify(event)),
    ],
  );
}

/** Removes events from the inbox that this transaction entered and then queued behind their key. */
export async function removeFromInbox(
  tx: Transaction,
  service: string,
  consumer: string,
  events: readonly PublicEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `delete from ${service}.inbox b using unnest($2::int[], $3::uuid[]) as i(district, event)
     where b.district = i.district and b.consumer = $1 and b.event = i.event`,
    [consumer, events.map((event) => event.district), events.map((event) => event.id)],
  );
}
