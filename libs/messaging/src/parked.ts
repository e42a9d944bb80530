import type { Pool } from 'pg';
import { serviceOf, workerTransaction } from './ground.js';
import type { ParkedKey } from './messaging.js';

/** Names one held key. */
export interface HeldKey {
  readonly consumer: string;
  readonly district: number;
  readonly appeal: string;
}

/** The held keys of the service's consumers, oldest first. `worker`: the service's worker role. */
export async function listParked(
  worker: Pool,
  service: string,
  state?: ParkedKey['state'],
): Promise<readonly ParkedKey[]> {
  const { rows } = await worker.query<Omit<ParkedKey, 'since'> & { since: Date }>(
    `select p.consumer, p.district, p.appeal, p.state, p.reason, p.attempts + p.waits as attempts, p.since,
       (select count(*)::int from ${service}.parked_event e
        where e.district = p.district and e.consumer = p.consumer and e.appeal = p.appeal) as events
     from ${service}.parked p where $1::text is null or p.state = $1 order by p.since`,
    [state ?? null],
  );
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

/**
 * The key's events are tried again, by the running consumer, within two seconds. False when no such key is held.
 */
export async function retryParked(worker: Pool, key: HeldKey): Promise<boolean> {
  const { rowCount } = await worker.query(
    `update ${serviceOf(key.consumer)}.parked
     set state = 'WAITING', attempts = 0, waits = 0, retry_at = clock_timestamp()
     where district = $1 and consumer = $2 and appeal = $3`,
    [key.district, key.consumer, key.appeal],
  );
  return rowCount === 1;
}

/**
 * Gives up the event that stopped the key, for good, and lets the later ones go on. Recorded with the reason (without
 * personal data) and who said so. Answers the event's id, or undefined when no such key is held.
 */
export async function dropParked(worker: Pool, key: HeldKey, reason: string, by: string): Promise<string | undefined> {
  if (reason.trim() === '') throw new Error('A drop needs a reason.');
  const service = serviceOf(key.consumer);
  const values = [key.district, key.consumer, key.appeal];
  return workerTransaction(worker, async (tx) => {
    const { rows } = await tx.query<{ event: string }>(
      `select event from ${service}.parked where district = $1 and consumer = $2 and appeal = $3 for update`,
      values,
    );
    const event = rows[0]?.event;
    if (!event) return undefined;
    await tx.query(
      `with dropped as (
         delete from ${service}.parked_event where district = $1 and consumer = $2 and appeal = $3 and event = $4
         returning body ->> 'type' as type
       ), entered as (
         insert into ${service}.inbox (district, consumer, event) values ($1, $2, $4) on conflict do nothing
       ), kept as (
         insert into ${service}.parked_drop (district, consumer, appeal, event, type, dropped_by, reason)
         select $1, $2, $3, $4, type, $5, $6 from dropped on conflict do nothing
       )
       update ${service}.parked set state = 'WAITING', attempts = 0, waits = 0, retry_at = clock_timestamp()
       where district = $1 and consumer = $2 and appeal = $3`,
      [...values, event, by, reason],
    );
    return event;
  });
}
