import { interleaved, quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { openLoop, type OpenAnswer } from './open-loop.js';
import { runningProduct } from './running-product.js';
import { Acknowledged, STORED_APPEALS, submission } from './submissions.js';

export const name = 'overload';

const ROUNDS = 3;
const OVERLOAD_FACTOR = 10;
/** The number of callers that reaches the highest throughput, each waiting for its answer. */
const CALLERS = 128;
const CONNECTIONS = { smoke: 256, usual: 8_192, full: 8_192 } as const;

/**
 * Submissions acknowledged a second while ten times the capacity is sent ÷ the capacity, and the latency of the accepted
 * ones. Throws when an acknowledged submission is not stored, or a refusal is not a 503 with Retry-After.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print } = options;
  const seconds = sized(options, { smoke: 0.5, usual: 5, full: 20 });
  const rounds = sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS });
  await using product = await runningProduct(args, print);
  const outcomes = new Outcomes();
  const capacity = async (): Promise<number> => {
    const before = outcomes.acknowledged.ids.size;
    const load = { perSecond: Number.MAX_SAFE_INTEGER, seconds, connections: CALLERS };
    await openLoop(product.url, load, submission, (answer) => outcomes.add(answer));
    return (outcomes.acknowledged.ids.size - before) / seconds;
  };
  let peak = Math.max(await capacity(), await capacity());
  print(
    `${rounds} rounds of ${seconds} s with ${OVERLOAD_FACTOR} × ${peak.toFixed(0)} a second and ${CALLERS} callers`,
  );
  const latencies: number[] = [];
  let sent = 0;
  const figures = await interleaved(
    rounds,
    async () => {
      const before = outcomes.acknowledged.ids.size;
      const load = { perSecond: peak * OVERLOAD_FACTOR, seconds, connections: CONNECTIONS[options.size] };
      sent += await openLoop(product.url, load, submission, (answer) => {
        if (answer.status === 200) latencies.push(answer.took);
        outcomes.add(answer);
      });
      return (outcomes.acknowledged.ids.size - before) / seconds;
    },
    async () => (peak = await capacity()),
  );
  const { acknowledged, refused, unexpected } = outcomes;
  print(`${acknowledged.ids.size} acknowledged, ${refused} refused with 503, ${unexpected.length} answered otherwise`);
  if (unexpected.length > 0) throw new Error(`neither an acknowledgement nor a 503 with Retry-After: ${unexpected[0]}`);
  await acknowledged.assertStored(product.databaseUrl, STORED_APPEALS);
  const title = `submissions acknowledged at ×${OVERLOAD_FACTOR} ÷ the most`;
  const note = `sent: ×${(sent / (rounds + 1) / seconds / figures.yardstick).toFixed(1)}`;
  const p99 = { name: 'latency of the accepted, p99', unit: 'ms', value: quantile(latencies, 0.99) };
  return [
    { name: title, unit: '/s', floor: 0.8, goal: 0.95, ...figures, note },
    { ...p99, floor: 2_000, goal: 1_000, lessIsBetter: true },
  ];
}

class Outcomes {
  readonly acknowledged = new Acknowledged();
  readonly unexpected: string[] = [];
  refused = 0;

  add({ status, head, body }: OpenAnswer): void {
    const [, id] = /"id":"([^"]+)"/.exec(body) ?? [];
    if (status === 200 && id !== undefined) this.acknowledged.ids.add(id);
    else if (status === 503 && head.includes('retry-after: ')) this.refused += 1;
    else this.unexpected.push(`${status} ${body.slice(0, 200)}`);
  }
}
