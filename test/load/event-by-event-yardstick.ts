import type { PublicEvent } from '@otklik/contracts/envelope';
import type pg from 'pg';

/** A plain consumer: upsert and checkpoint by prepared statements, one commit for each event. */
export async function eventByEvent(
  worker: pg.Pool,
  events: readonly PublicEvent[],
  withHistory: boolean,
): Promise<void> {
  const client = await worker.connect();
  for (const event of events) {
    const { district, id, appeal, topic, position, type, at, version } = event;
    await client.query('begin');
    if (withHistory) {
      await client.query({
        name: 'single history',
        text: `insert into bench.history (district, event, appeal, topic, position, type, at, body)
          values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        values: [district, id, appeal, topic, position, type, at, JSON.stringify(event)],
      });
    }
    await client.query({
      name: 'single row',
      text: `insert into bench.single as t (district, appeal, version, state, at) values ($1, $2, $3, $4, $5)
        on conflict (district, appeal) do update
        set version = excluded.version, state = excluded.state, at = excluded.at where t.version < excluded.version`,
      values: [district, appeal, version, (event.data as { state: string }).state, at],
    });
    await client.query({
      name: 'single checkpoint',
      text: `insert into bench.checkpoint (consumer, topic, partition, position) values ('single', 'intake.events', 0, $1)
        on conflict (consumer, topic, partition) do update set position = excluded.position`,
      values: [position],
    });
    await client.query('commit');
  }
  client.release();
}
