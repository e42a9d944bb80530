import { inTransaction } from '@otklik/tenancy';
import { interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { facts, readSide } from './read-side.js';

export const name = 'rebuild';

const ROUNDS = 3;
const CHUNK = 10_000;

/** Replay of the whole history into a new version of a read model, with its swap, ÷ the same rows made by one statement. */
export async function run({ full, print }: BenchOptions): Promise<readonly Metric[]> {
  await using side = await readSide();
  const { models, history, consumer } = side;
  const { worker } = consumer;
  await models.start();
  const events = full ? 1_000_000 : 200_000;
  print(`filling the history with ${events} events`);
  for (let at = 0; at < events; at += CHUNK) {
    await inTransaction(worker, (tx) => history.record(facts(CHUNK, at + 1), tx));
  }
  await worker.query('analyze bench.history');
  print('rebuilding');
  const eventsPerSecond = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return (events * 1000) / (performance.now() - begun);
  };
  const figures = await interleaved(
    ROUNDS,
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
  const title = `G12 rebuild of ${events} events ÷ create table as select … group by`;
  return [{ name: title, unit: 'events/s', floor: 0.3, goal: 0.6, ...figures }];
}
