import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { FactMissing } from './messaging.js';
import { errorLabel } from './outage.js';
import { retryPause, TRIES } from './retry-pace.js';

export type HeldState = 'WAITING' | 'PARKED';

/** Why a key is held now, and when it is tried again. */
export interface Held {
  readonly state: HeldState;
  readonly reason: string;
  readonly attempts: number;
  readonly waits: number;
  /** ms from now */
  readonly pause: number;
}

/** What a failure makes of the key: `attempts` and `waits` count the tries so far, this one included. */
export function heldBecause(error: unknown, attempts: number, waits: number): Held {
  if (error instanceof UnknownVersion) return { state: 'PARKED', reason: error.message, attempts, waits, pause: 0 };
  if (error instanceof FactMissing) {
    return {
      state: 'WAITING',
      reason: error.fact,
      attempts: 0,
      waits: waits + 1,
      pause: retryPause(waits + 1, 'FACT'),
    };
  }
  return {
    state: attempts >= TRIES ? 'PARKED' : 'WAITING',
    reason: errorLabel(error),
    attempts,
    waits,
    pause: retryPause(attempts, 'DEFECT'),
  };
}

/** The consumer knows the type and not this version of it: a newer build is needed, no retry helps. */
export class UnknownVersion extends Error {
  override readonly name = 'UnknownVersion';

  constructor(event: PublicEvent) {
    super(`UnknownVersion ${event.type}@${event.schema}`);
  }
}

/** An operator must know of every key that is given up, whichever way it came to that. */
export function tellParked(
  logger: Logger,
  consumer: string,
  { district, appeal }: Pick<PublicEvent, 'district' | 'appeal'>,
  code: string,
): void {
  logger.error('a key is parked: it needs an operator', { consumer, district, appeal, code });
}

/**
 * Holds the key because of `event`, which is taken out of the inbox again: it had no effect. Where another process has the
 * key in hand, its end is waited for: it may give it up, and then the key is entered anew.
 */
export async function hold(
  tx: Transaction,
  service: string,
  consumer: string,
  event: PublicEvent,
  held: Held,
): Promise<void> {
  await tx.query(
    `with undone as (
       delete from ${service}.inbox where district = $1 and consumer = $2 and event = $4
     ), key as (
       insert into ${service}.parked (district, consumer, appeal, event, state, reason, attempts, waits, retry_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + $9 * interval '1 ms')
       on conflict (district, consumer, appeal) do update set retry_at = parked.retry_at
     )
     insert into ${service}.parked_event (district, consumer, appeal, event, topic, body)
     values ($1, $2, $3, $4, $10, $11) on conflict (district, consumer, event) do nothing`,
    [
      event.district,
      consumer,
      event.appeal,
      event.id,
      held.state,
      held.reason,
      held.attempts,
      held.waits,
      held.pause,
      event.topic,
      JSON.stringify(event),
    ],
  );
}

/** Puts events behind their held keys, in this order; those that had their effect already are left out. */
export async function queueBehind(
  tx: Transaction,
  service: string,
  consumer: string,
  events: readonly PublicEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `insert into ${service}.parked_event (district, consumer, appeal, event, topic, body)
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

/** Takes an event of this transaction out of the inbox again: it waits behind its key. */
export async function undoInbox(
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
