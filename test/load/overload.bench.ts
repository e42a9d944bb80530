import pg from 'pg';
import { interleaved, quantile, type BenchOptions, type Metric } from './bench-frame.js';
import { openLoop, type OpenAnswer } from './open-loop.js';
import { runningProduct } from './running-product.js';
import { submission } from './submissions.js';

export const name = 'overload';

const ROUNDS = 3;
const OVERLOAD_FACTOR = 10;
/** The number of callers that reaches the highest throughput, each waiting for its answer. */
const CALLERS = 128;
const CONNECTIONS = 8_192;

/**
 * Submissions acknowledged a second while ten times the capacity is sent ÷ the capacity, and the latency of the accepted
 * ones. Throws when an acknowledged submission is not stored, or a refusal is not a 503 with Retry-After.
 */
export async function run({ full, args, print }: BenchOptions): Promise<readonly Metric[]> {
  const seconds = full ? 20 : 5;
  await using product = await runningProduct(args, print);
  const outcomes = new Outcomes();
  const capacity = async (): Promise<number> => {
    const before = outcomes.acknowledged.size;
    const load = { perSecond: Number.MAX_SAFE_INTEGER, seconds, connections: CALLERS };
    await openLoop(product.url, load, submission, (answer) => outcomes.add(answer));
    return (outcomes.acknowledged.size - before) / seconds;
  };
  let peak = Math.max(await capacity(), await capacity());
  print(
    `${ROUNDS} rounds of ${seconds} s with ${OVERLOAD_FACTOR} × ${peak.toFixed(0)} a second and ${CALLERS} callers`,
  );
  const latencies: number[] = [];
  let sent = 0;
  const figures = await interleaved(
    ROUNDS,
    async () => {
      const before = outcomes.acknowledged.size;
      const load = { perSecond: peak * OVERLOAD_FACTOR, seconds, connections: CONNECTIONS };
      sent += await openLoop(product.url, load, submission, (answer) => {
        if (answer.status === 200) latencies.push(answer.took);
        outcomes.add(answer);
      });
      return (outcomes.acknowledged.size - before) / seconds;
    },
    async () => (peak = await capacity()),
  );
  const { acknowledged, refused, unexpected } = outcomes;
  print(`${acknowledged.size} acknowledged, ${refused} refused with 503, ${unexpected.length} answered otherwise`);
  if (unexpected.length > 0) throw new Error(`neither an acknowledgement nor a 503 with Retry-After: ${unexpected[0]}`);
  await assertStored(product.databaseUrl, acknowledged);
  const title = `submissions acknowledged at ×${OVERLOAD_FACTOR} ÷ the most`;
  const note = `sent: ×${(sent / (ROUNDS + 1) / seconds / figures.yardstick).toFixed(1)}`;
  const p99 = { name: 'latency of the accepted, p99', unit: 'ms', value: quantile(latencies, 0.99) };
  return [
    { name: title, unit: '/s', floor: 0.8, goal: 0.95, ...figures, note },
    { ...p99, floor: 2_000, goal: 1_000, lessIsBetter: true },
  ];
}

class Outcomes {
  readonly acknowledged = new Set<string>();
  readonly unexpected: string[] = [];
  refused = 0;

  add({ status, head, body }: OpenAnswer): void {
    const [, id] = /"id":"([^"]+)"/.exec(body) ?? [];
    if (status === 200 && id !== undefined) this.acknowledged.add(id);
    else if (status === 503 && head.includes('retry-after: ')) this.refused += 1;
    else this.unexpected.push(`${status} ${body.slice(0, 200)}`);
  }
}

async function assertStored(databaseUrl: string, acknowledged: ReadonlySet<string>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('select id from intake.stream');
    const stored = new Set(rows.map((row) => row.id));
    const lost = [...acknowledged].filter((id) => !stored.has(id));
    if (lost.length > 0) throw new Error(`${lost.length} acknowledged submissions are not stored`);
  } finally {
    await client.end();
  }
}
