import { interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct, yardstickProcess } from './running-product.js';
import { caughtUp, searchClient } from './search-client.js';
import { submissions, warmUp } from './submissions.js';

export const name = 'submit';

const ROUNDS = 3;

/** `submitAppeal` over HTTP, durable, ÷ a bare Fastify with one INSERT; both on the same PostgreSQL. */
export async function run({ full, args, print }: BenchOptions): Promise<readonly Metric[]> {
  const seconds = full ? 10 : 4;
  await using product = await runningProduct(args, print);
  await using bare = await yardstickProcess('fastify-yardstick.mjs', product.databaseUrl);
  const client = await searchClient(product);
  await warmUp(product.url);
  print(`32 callers, ${ROUNDS} rounds of ${seconds} s each`);
  const figures = await interleaved(
    ROUNDS,
    () => submissions(product.url, seconds),
    () => submissions(bare.url, seconds),
    () => caughtUp(client),
  );
  const title = 'submitAppeal, 32 callers ÷ bare Fastify + one INSERT';
  return [{ name: title, unit: 'submissions/s', floor: 0.4, goal: 0.6, ...figures }];
}
