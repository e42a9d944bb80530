import { inTransaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import { interleaved, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { facts, readSide } from './read-side.js';

export const name = 'rebuild';

const ROUNDS = 3;
const CHUNK = { smoke: 1_000, usual: 10_000, full: 10_000 } as const;

/** Replay of the whole history into a new version of a read model, with its swap, ÷ the same rows made by one statement. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  await using side = await readSide();
  const { models, history, consumer } = side;
  const { worker } = consumer;
  await models.start();
  const events = sized(options, { smoke: 2_000, usual: 200_000, full: 1_000_000 });
  const chunk = CHUNK[options.size];
  print(`filling the history with ${events} events`);
  for (let at = 0; at < events; at += chunk) {
    await inTransaction(worker, (tx) => history.record(facts(chunk, at + 1), tx));
  }
  await worker.query('analyze bench.history');
  print('rebuilding');
  const eventsPerSecond = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return (events * 1000) / (performance.now() - begun);
  };
  const figures = await interleaved(
    sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
    () => eventsPerSecond(() => models.rebuild('last_state')),
    async () => {
      await worker.query('drop table if exists bench.by_server');
      return eventsPerSecond(async () => {
        await worker.query(`create table bench.by_server as
          select district, appeal, max((body ->> 'version')::int) as version,
            (array_agg(body -> 'data' ->> 'state' order by (body ->> 'version')::int desc))[1] as state, max(at) as at
          from bench.history where type = 'StateChanged' group by district, appeal`);
        await worker.query('alter table bench.by_server add primary key (district, appeal)');
      });
    },
  );
  await assertEqual(worker, events / 2);
  const title = `G12 rebuild of ${events} events ÷ create table as select … group by`;
  return [{ name: title, unit: 'events/s', floor: 0.3, goal: 0.6, ...figures }];
}

/** Both hold each appeal's last state. */
async function assertEqual(worker: Pool, appeals: number): Promise<void> {
  const { rows } = await worker.query<{ same: number }>(
    `select count(*)::int as same from bench.last_state join bench.by_server using (district, appeal, version, state)`,
  );
  if (rows[0]!.same !== appeals) throw new Error(`${rows[0]!.same} of ${appeals} rows are as the server makes them`);
}
