import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';
import { placesOf, type Batch } from './batch.js';
import { isBatch } from './consumer-database.js';
import type { Consumer } from './messaging.js';

export interface DeliveryClaim {
  readonly fresh: ReadonlySet<string>;
  readonly blockedKeys: ReadonlySet<string>;
  readonly woken: number;
}

/**
 * First statement of every delivery: moves the checkpoints (their row locks keep two processes from delivering at once), makes
 * the service's waiting keys due that have events here, finds this consumer's blocked keys, and enters the rest in the
 * inbox. Batch consumers have no inbox: their rows hold the last version applied.
 *
 * Concerns have no checkpoint of their own. Where a consumer of that name was before there was a reactor, its checkpoint
 * goes along, and never back: the release before, if it comes back, goes on from there and repeats nothing of the reactor's.
 */
export function claimStatement(consumer: Consumer, service: string) {
  const enter = isBatch(consumer)
    ? `select i.event from item i`
    : `insert into ${service}.inbox (district, consumer, event) select i.district, $1, i.event from item i`;
  const after = isBatch(consumer) ? '' : `on conflict do nothing returning event`;
  const concerns = consumer.concerns?.map(({ name }) => name);
  const statement = {
    name: `deliver:${consumer.name}`,
    text: `with checkpointed as (
        insert into ${service}.checkpoint (consumer, topic, partition, position, last_position)
        select $1, p.* from unnest($2::text[], $3::int[], $4::bigint[], $8::bigint[])
          as p(topic, partition, position, last_position)
        order by p.topic, p.partition
        on conflict (consumer, topic, partition) do update
        set position = greatest(checkpoint.position, excluded.position),
          last_position = case when excluded.position >= checkpoint.position then excluded.last_position
            else checkpoint.last_position end,
          moved_at = clock_timestamp(), starts = 0
        returning checkpoint.topic, checkpoint.partition, checkpoint.position, checkpoint.last_position
      ), ${concerns ? followed(service) : ''} item as (
        select * from unnest($5::int[], $6::uuid[], $7::uuid[]) as i(district, appeal, event)
      ), news as (
        update ${service}.blocked_key p
        set retry_at = case when p.state = 'WAITING' then clock_timestamp() else p.retry_at end
        where p.district = any($5::int[]) and p.appeal = any($6::uuid[])
        returning p.district, p.consumer, p.appeal, p.state
      ), fresh as (
        ${enter} where not exists (
          select from news n where n.consumer = $1 and n.district = i.district and n.appeal = i.appeal)
        ${after}
      )
      select 'fresh' as kind, event::text as what from fresh
      union all select 'blocked', district || '/' || appeal from news where consumer = $1
      union all select 'woken', '' from news where state = 'WAITING'`,
  };
  return async (tx: Transaction, batch: Batch, known: readonly PublicEvent[]): Promise<DeliveryClaim> => {
    const places = placesOf(batch);
    const { rows } = await tx.query<{ kind: 'fresh' | 'blocked' | 'woken'; what: string }>(statement, [
      consumer.name,
      places.map(({ topic }) => topic),
      places.map(({ partition }) => partition),
      places.map(({ position }) => position),
      known.map((event) => event.district),
      known.map((event) => event.appeal),
      known.map((event) => event.id),
      places.map(({ lastPosition }) => lastPosition ?? null),
      ...(concerns ? [concerns] : []),
    ]);
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.what);
    return { fresh: new Set(of('fresh')), blockedKeys: new Set(of('blocked')), woken: of('woken').length };
  };
}

/**
 * An offset says nothing of the offsets of a topic that was published again, nor of a log: positions of the log are compared,
 * and offsets where a late event (header `behind`) left that as it was.
 */
function followed(service: string): string {
  return `followed as (
        update ${service}.checkpoint f
        set position = p.position, last_position = p.last_position, moved_at = clock_timestamp()
        from checkpointed p
        where f.consumer = any($9::text[]) and f.topic = p.topic and f.partition = p.partition
          and (coalesce(f.last_position, f.position), f.position) < (coalesce(p.last_position, p.position), p.position)
      ),`;
}
