import pg from 'pg';
import { benchServer, interleaved, quantile, type BenchOptions, type Metric } from './bench-frame.js';
import { openLoop, type OpenAnswer } from './open-loop.js';
import { runningProduct } from './running-product.js';
import { submission } from './submissions.js';

export const name = 'overload';

const ROUNDS = 3;
const TIMES = 10;
/** As many senders as bring the most through, each waiting for his answer. */
const CALLERS = 128;
const CONNECTIONS = 8_192;

/**
 * Submissions acknowledged a second while ten times as many are sent as can be taken, ÷ the most that can be taken; and how
 * long those waited who were let in. Throws when an acknowledged one is not there, or one was refused in another way than
 * by 503 with Retry-After.
 */
export async function run({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const seconds = full ? 20 : 5;
  const server = await benchServer();
  try {
    say('the product is started');
    const product = await runningProduct(server.url);
    try {
      const acknowledged = new Set<string>();
      const waited: number[] = [];
      const odd: string[] = [];
      let refused = 0;
      let sent = 0;
      const heard = ({ status, head, body }: OpenAnswer): void => {
        const [, id] = /"id":"([^"]+)"/.exec(body) ?? [];
        if (status === 200 && id !== undefined) acknowledged.add(id);
        else if (status === 503 && head.includes('retry-after: ')) refused += 1;
        else odd.push(`${status} ${body.slice(0, 200)}`);
      };
      const most = async (): Promise<number> => {
        const before = acknowledged.size;
        const load = { perSecond: Number.MAX_SAFE_INTEGER, seconds, connections: CALLERS };
        await openLoop(product.url, load, submission, heard);
        return (acknowledged.size - before) / seconds;
      };
      let peak = Math.max(await most(), await most());
      say(
        `${ROUNDS} rounds of ${seconds} s with ${TIMES} × ${peak.toFixed(0)} a second, in turn with ${CALLERS} callers`,
      );
      const figures = await interleaved(
        ROUNDS,
        async () => {
          const before = acknowledged.size;
          const load = { perSecond: peak * TIMES, seconds, connections: CONNECTIONS };
          sent += await openLoop(product.url, load, submission, (answer) => {
            if (answer.status === 200) waited.push(answer.took);
            heard(answer);
          });
          return (acknowledged.size - before) / seconds;
        },
        async () => (peak = await most()),
      );
      say(`${acknowledged.size} acknowledged, ${refused} refused with 503, ${odd.length} answered otherwise`);
      if (odd.length > 0) throw new Error(`not an acknowledgement and no refusal with Retry-After: ${odd[0]}`);
      await demandAll(server.url, acknowledged);
      return [
        {
          ...{ name: `submissions acknowledged at ×${TIMES} ÷ the most`, unit: '/s', floor: 0.8, goal: 0.95 },
          ...{ ...figures, note: `sent: ×${(sent / (ROUNDS + 1) / seconds / figures.yardstick).toFixed(1)}` },
        },
        {
          ...{ name: 'wait of those that were let in, p99', unit: 'ms', value: quantile(waited, 0.99) },
          ...{ floor: 2_000, goal: 1_000, lessIsBetter: true },
        },
      ];
    } finally {
      await product.stop();
    }
  } finally {
    await server.stop();
  }
}

async function demandAll(databaseUrl: string, acknowledged: ReadonlySet<string>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('select id from intake.stream');
    const there = new Set(rows.map((row) => row.id));
    const lost = [...acknowledged].filter((id) => !there.has(id));
    if (lost.length > 0) throw new Error(`${lost.length} acknowledged submissions are not there`);
  } finally {
    await client.end();
  }
}
