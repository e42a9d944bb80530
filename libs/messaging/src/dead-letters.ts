import { inTransaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import { serviceOf } from './consumer-database.js';
import type { BlockedKey } from './messaging.js';

/** Identifies one blocked key. */
export interface BlockedKeyId {
  readonly consumer: string;
  readonly district: number;
  readonly appeal: string;
}

/** Blocked keys of the service's consumers, oldest first. `worker`: pool of the service's worker role. */
export async function listBlockedKeys(
  worker: Pool,
  service: string,
  state?: BlockedKey['state'],
): Promise<readonly BlockedKey[]> {
  const { rows } = await worker.query<Omit<BlockedKey, 'since'> & { since: Date }>(
    `select p.consumer, p.district, p.appeal, p.state, p.reason, p.attempts + p.waits as attempts, p.since,
       (select count(*)::int from ${service}.blocked_event e
        where e.district = p.district and e.consumer = p.consumer and e.appeal = p.appeal) as events
     from ${service}.blocked_key p where $1::text is null or p.state = $1 order by p.since`,
    [state ?? null],
  );
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

/** Makes the key due: the running consumer retries it within two seconds. False when no such key is blocked. */
export async function retryBlockedKey(worker: Pool, key: BlockedKeyId): Promise<boolean> {
  const { rowCount } = await worker.query(
    `update ${serviceOf(key.consumer)}.blocked_key
     set state = 'WAITING', attempts = 0, waits = 0, retry_at = clock_timestamp()
     where district = $1 and consumer = $2 and appeal = $3`,
    [key.district, key.consumer, key.appeal],
  );
  return rowCount === 1;
}

/**
 * Discards the event that blocks the key, for ever, and retries the later ones. Records the reason (no personal data) and
 * the operator. Returns the event's id, undefined when no such key is blocked.
 */
export async function discardEvent(
  worker: Pool,
  key: BlockedKeyId,
  reason: string,
  by: string,
): Promise<string | undefined> {
  if (reason.trim() === '') throw new Error('Discarding an event needs a reason.');
  const service = serviceOf(key.consumer);
  const values = [key.district, key.consumer, key.appeal];
  return inTransaction(worker, async (tx) => {
    const { rows } = await tx.query<{ event: string }>(
      `select event from ${service}.blocked_key where district = $1 and consumer = $2 and appeal = $3 for update`,
      values,
    );
    const event = rows[0]?.event;
    if (!event) return undefined;
    await tx.query(
      `with discarded as (
         delete from ${service}.blocked_event where district = $1 and consumer = $2 and appeal = $3 and event = $4
         returning body ->> 'type' as type
       ), entered as (
         insert into ${service}.inbox (district, consumer, event) values ($1, $2, $4) on conflict do nothing
       ), kept as (
         insert into ${service}.discarded_event (district, consumer, appeal, event, type, discarded_by, reason)
         select $1, $2, $3, $4, type, $5, $6 from discarded on conflict do nothing
       )
       update ${service}.blocked_key set state = 'WAITING', attempts = 0, waits = 0, retry_at = clock_timestamp()
       where district = $1 and consumer = $2 and appeal = $3`,
      [...values, event, by, reason],
    );
    return event;
  });
}
