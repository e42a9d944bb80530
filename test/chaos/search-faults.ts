import { setTimeout as sleep } from 'node:timers/promises';
import { drained } from './drained.js';
import type { Run, Scenario } from './run.js';

const SERVER = 'elasticsearch';

/** Half a minute without a search server: submissions go on, and searches say that they are degraded. */
export const searchServerStopped: Scenario = async (run) => {
  const server = run.cluster.stack.server(SERVER);
  await server.stop();
  const ends = Date.now() + 30_000;
  while (Date.now() < ends) {
    await recordSearchTime(run);
    await sleep(1_000);
  }
  await server.start();
  await untilSearchServerAnswers(run, Date.now());
};

/** Deletes every index of the product under load. */
export const indexDeleted: Scenario = async (run) => {
  const url = run.cluster.stack.elasticsearchUrl;
  const named = (await (await fetch(`${url}/_cat/indices/otklik-*?format=json`)).json()) as readonly {
    index: string;
  }[];
  if (named.length === 0) throw new Error('there is no index to delete');
  for (const { index } of named) {
    const { ok, status } = await fetch(`${url}/${index}`, { method: 'DELETE' });
    if (!ok) throw new Error(`the index could not be deleted: ${status}`);
  }
  await untilSearchServerAnswers(run, Date.now());
};

async function recordSearchTime({ client, journal, record }: Run): Promise<void> {
  const begun = Date.now();
  const { batch, district } = journal.submissions[0]!;
  await client.found(district, batch);
  record('search while its server is away', Date.now() - begun);
}

/** Waits until the search server answers again, with all that was submitted meanwhile. */
async function untilSearchServerAnswers(run: Run, begun: number): Promise<void> {
  const { batch, district } = run.journal.submissions[0]!;
  while ((await run.client.found(district, batch)).degraded) {
    if (Date.now() - begun > 60_000) throw new Error('the search server does not answer again');
    await sleep(200);
  }
  await drained(run, begun, 'search server back → caught up');
}
