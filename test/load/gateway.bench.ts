import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { benchServer, interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { clusterEnvironment, runningCluster } from './running-cluster.js';
import { runningProduct, said, type RunningProduct } from './running-product.js';
import { caughtUp, searchClient } from './search-client.js';
import { submissions, WARM_S } from './submissions.js';

export const name = 'gateway';

const ROUNDS = 3;
const CALLERS = 20;
const LOGIN = 'bench.moderator';
/** Lists are read without one. */
const NO_BROKER = '127.0.0.1:1';

/** `order` is an enum for us and a string for the yardstick, so it is a variable. */
const query = (order: string) => `query Worklist($order: ${order}) {
  appeals(district: "aldan", order: $order, first: 20) {
    nodes { id receipt number state regime channel excerpt receivedAt dueOn overdue version }
    pageInfo { hasNextPage endCursor }
  }
}`;
const worklist = (order: string): string => JSON.stringify({ query: query(order), variables: { order: 'NEWEST' } });

/**
 * A worklist of 20 rows with identity, rights and row security, beside bare Mercurius with its jit whose resolver makes
 * one prepared SELECT of the same 20 rows on the same PostgreSQL.
 */
export async function run({ full, args, say }: BenchOptions): Promise<readonly Metric[]> {
  const seconds = full ? 10 : 4;
  const cluster = args.includes('cluster');
  const server = await benchServer();
  try {
    say('the product is started and filled');
    const product = await runningProduct(server.url);
    try {
      await submissions(product.url, 3);
      await caughtUp(await searchClient(product));
      const token = await tokenOf(product);
      const rows = await shown(product.url, token);
      const environment = clusterEnvironment(server.url, product.dataDir, NO_BROKER);
      if (cluster) await product.stop();
      // What is read comes from search alone.
      const asking = cluster
        ? await runningCluster(environment, ['search'])
        : { url: product.url, stop: async () => {} };
      const bare = spawn(process.execPath, [
        fileURLToPath(new URL('./bare-mercurius.mjs', import.meta.url)),
        server.url,
      ]);
      try {
        bare.stdin.end(JSON.stringify(rows));
        const [bareUrl] = await said(bare, /http:\/\/\S+/);
        await asked(asking.url, worklist('AppealOrder'), WARM_S, token);
        say(`${CALLERS} callers, ${ROUNDS} rounds of ${seconds} s each`);
        const figures = await interleaved(
          ROUNDS,
          () => asked(asking.url, worklist('AppealOrder'), seconds, token),
          () => asked(bareUrl, worklist('String'), seconds),
        );
        const title = 'worklist of 20 rows ÷ bare Mercurius + one prepared SELECT';
        const bounds = cluster ? { floor: 0.35, goal: 0.5 } : { floor: 0.5, goal: 0.8 };
        return [{ name: cluster ? `${title}, cluster` : title, unit: 'requests/s', ...bounds, ...figures }];
      } finally {
        bare.kill();
        await asking.stop();
      }
    } finally {
      await product.stop();
    }
  } finally {
    await server.stop();
  }
}

async function tokenOf(product: RunningProduct): Promise<string> {
  await product.operate('official', 'add', '--login', LOGIN, '--name', 'Замеров Пётр', '--role', 'MODERATOR@aldan');
  return (await product.operate('token', '--as', LOGIN)).trim().split('\n').at(-1)!;
}

/** The 20 rows as the product shows them, once the read model has all of what was sent. */
async function shown(url: string, token: string): Promise<readonly unknown[]> {
  let before = '';
  for (;;) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: headersOf(token),
      body: worklist('AppealOrder'),
    });
    const answer = await response.text();
    const { data } = JSON.parse(answer) as { data?: { appeals: { nodes: readonly unknown[] } } };
    if (!data) throw new Error(answer);
    if (answer === before && data.appeals.nodes.length === 20) return data.appeals.nodes;
    before = answer;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

function headersOf(token?: string): Record<string, string> {
  return { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
}

/** Answers a second to callers of whom each waits for his answer. Throws when one was not 20 rows. */
async function asked(url: string, body: string, seconds: number, token?: string): Promise<number> {
  const result = await autocannon({
    url: `${url}/graphql`,
    method: 'POST',
    headers: headersOf(token),
    body,
    connections: CALLERS,
    duration: seconds,
    verifyBody: (answer) => String(answer).split('"receipt"').length === 21,
  });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} answers were no worklist`);
  return result.requests.total / result.duration;
}
