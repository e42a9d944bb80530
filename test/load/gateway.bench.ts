import autocannon from 'autocannon';
import { setTimeout as sleep } from 'node:timers/promises';
import { interleaved, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct, yardstickProcess } from './running-product.js';
import { caughtUp, officialToken, requestsWith, searchClient } from './search-client.js';
import { submissions, WARM_UP_S } from './submissions.js';

export const name = 'gateway';

const ROUNDS = 3;
const CALLERS = 20;
const FILL_S = 3;

/** `order` is an enum of the product and a string of the yardstick, so it is a variable. */
const query = (order: string) => `query Worklist($order: ${order}) {
  appeals(district: "aldan", order: $order, first: 20) {
    nodes { id receipt number state regime channel excerpt receivedAt dueOn overdue version }
    pageInfo { hasNextPage endCursor }
  }
}`;
const variables = { order: 'NEWEST' };
const worklist = (order: string): string => JSON.stringify({ query: query(order), variables });

/**
 * A worklist of 20 rows with identity, rights and row security, ÷ bare Mercurius with its jit whose resolver makes one
 * prepared SELECT of the same 20 rows on the same PostgreSQL. `cluster`: through the gateway.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print, size } = options;
  const seconds = sized(options, { smoke: 0.5, usual: 4, full: 10 });
  await using product = await runningProduct(args, print);
  await submissions(product.url, sized(options, { smoke: 0.5, usual: FILL_S, full: FILL_S }), { size });
  await caughtUp(product, await searchClient(product));
  const token = await officialToken(product, 'MODERATOR');
  const rows = await shownRows(product.url, token);
  await using bare = await yardstickProcess('mercurius-yardstick.mjs', product.databaseUrl, JSON.stringify(rows));
  await answersPerSecond(product.url, worklist('AppealOrder'), WARM_UP_S[size], token);
  print(`${CALLERS} callers, ${ROUNDS} rounds of ${seconds} s each`);
  const figures = await interleaved(
    sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
    () => answersPerSecond(product.url, worklist('AppealOrder'), seconds, token),
    () => answersPerSecond(bare.url, worklist('String'), seconds),
  );
  const title = 'worklist of 20 rows ÷ bare Mercurius + one prepared SELECT';
  const single = { name: title, floor: 0.5, goal: 0.8 };
  const cluster = { name: `${title}, cluster`, floor: 0.35, goal: 0.5 };
  return [{ ...(args.includes('cluster') ? cluster : single), unit: 'requests/s', ...figures }];
}

/** The 20 rows as the product shows them, once they stay the same for a second. */
async function shownRows(url: string, token: string): Promise<readonly unknown[]> {
  const request = requestsWith(url, token);
  for (let before = ''; ; await sleep(1_000)) {
    const { appeals } = await request<{ appeals: { nodes: readonly unknown[] } }>(query('AppealOrder'), variables);
    if (JSON.stringify(appeals) === before && appeals.nodes.length === 20) return appeals.nodes;
    before = JSON.stringify(appeals);
  }
}

/** To callers of whom each waits for its answer. Throws when one was not 20 rows. */
async function answersPerSecond(url: string, body: string, seconds: number, token?: string): Promise<number> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const result = await autocannon({
    url: `${url}/graphql`,
    method: 'POST',
    body,
    connections: CALLERS,
    duration: seconds,
    headers: { 'content-type': 'application/json', ...authorization },
    verifyBody: (answer) => String(answer).split('"receipt"').length === 21,
  });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} answers were no worklist`);
  return result.requests.total / result.duration;
}
