import type { PublicEvent } from '@otklik/contracts/envelope';
import { inTransaction, type Transaction } from '@otklik/tenancy';
import type { Progress } from './build.js';
import { verifyHistory, type HistoryPlace, type OwnerLog } from './verify-history.js';

export interface Mended {
  /** Events that were missing, changed or of no log. */
  readonly events: number;
  readonly appeals: number;
}

const APPEALS_AT_ONCE = 200;
/** Tells two menders from each other. */
const LOCK = 'otklik mend history';

/**
 * Makes the history what the owners' logs say, beside live traffic. An appeal that differs gets all of its events
 * again, in the order of their logs: an event that came late would be ignored by the folds. Read models must be rebuilt
 * after it.
 */
export async function mendHistory(
  place: HistoryPlace,
  logs: readonly OwnerLog[],
  onProgress?: Progress,
): Promise<Mended> {
  const { worker, service } = place;
  const client = await worker.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtextextended($1, 0))`, [`${LOCK} ${service}`]);
    const damaged = new Set<string>();
    let events = 0;
    for (const log of logs)
      await verifyHistory(
        place,
        log,
        ({ kind, district, appeal }) => {
          if (kind !== 'MISSING' && kind !== 'CHANGED' && kind !== 'EXTRA') return;
          events += 1;
          damaged.add(`${district}/${appeal}`);
        },
        onProgress,
      );
    if (damaged.size > 0) await replace(place, logs, damaged);
    return { events, appeals: damaged.size };
  } finally {
    // Closing the connection releases the lock.
    client.release(true);
  }
}

async function replace(place: HistoryPlace, logs: readonly OwnerLog[], damaged: ReadonlySet<string>): Promise<void> {
  const { worker, service } = place;
  const staged = `${service}.history_staged`;
  await worker.query(`drop table if exists ${staged};
    create table ${staged} (
      district int not null, event uuid not null, appeal uuid not null, topic text not null, position bigint not null,
      type text not null, at timestamptz not null, body json not null, primary key (district, event));
    create index on ${staged} (district, appeal)`);
  try {
    for (const log of logs)
      for await (const page of log.pages()) {
        const own = page.flatMap((logged) =>
          'event' in logged && !logged.parked && place.keeps(logged.event.type) ? [logged.event] : [],
        );
        await stage(
          place,
          staged,
          own.filter(({ district, appeal }) => damaged.has(`${district}/${appeal}`)),
        );
      }
    const keys = [...damaged];
    for (let at = 0; at < keys.length; at += APPEALS_AT_ONCE) {
      const chunk = keys.slice(at, at + APPEALS_AT_ONCE);
      await inTransaction(worker, (tx) => replaceAppeals(tx, service, staged, chunk, logs));
    }
  } finally {
    await worker.query(`drop table ${staged}`);
  }
}

async function stage({ worker }: HistoryPlace, staged: string, events: readonly PublicEvent[]): Promise<void> {
  if (events.length === 0) return;
  await worker.query(
    `insert into ${staged} select district, id, appeal, topic, position, type, at, body
     from json_to_recordset($1) as (district int, id uuid, appeal uuid, topic text, position bigint, type text,
       at timestamptz, body json)`,
    [JSON.stringify(events.map((event) => ({ ...event, body: event })))],
  );
}

/** What was recorded since the logs were read stays, behind what is replaced. */
async function replaceAppeals(
  tx: Transaction,
  service: string,
  staged: string,
  appeals: readonly string[],
  logs: readonly OwnerLog[],
): Promise<void> {
  const keys = appeals.map((key) => key.split('/') as [string, string]);
  const chosen = [keys.map(([district]) => Number(district)), keys.map(([, appeal]) => appeal)];
  const ofChosen = `(t.district, t.appeal) in (select * from unnest($1::int[], $2::uuid[]))`;
  // The lock of a delivery: change numbers follow commit order.
  await tx.query(`select from ${service}.read_model order by name for update`);
  await tx.query(
    `insert into ${staged} select t.district, t.event, t.appeal, t.topic, t.position, t.type, t.at, t.body
     from ${service}.history t join unnest($3::text[], $4::bigint[]) as l(topic, up_to) on l.topic = t.topic
     where ${ofChosen} and t.position > l.up_to on conflict do nothing`,
    [...chosen, logs.map(({ topic }) => topic), logs.map(({ upTo }) => upTo)],
  );
  // By their ids, too: a row may stand under another appeal than its event's.
  await tx.query(
    `delete from ${service}.history h where (h.district, h.appeal) in (select * from unnest($1::int[], $2::uuid[]))
       or (h.district, h.event) in (select t.district, t.event from ${staged} t where ${ofChosen})`,
    chosen,
  );
  // In the order of each log whatever the clocks said; between logs by time.
  await tx.query(
    `insert into ${service}.history (district, event, appeal, topic, position, type, at, body)
     select district, event, appeal, topic, position, type, at, body from (
       select t.*, max(t.body ->> 'recordedAt') over (
         partition by t.district, t.appeal, t.topic order by t.position) as reached
       from ${staged} t where ${ofChosen}) t
     order by district, appeal, reached, topic, position`,
    chosen,
  );
}
