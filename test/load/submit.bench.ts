import { interleaved, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct, yardstickProcess } from './running-product.js';
import { caughtUp, searchClient } from './search-client.js';
import { Acknowledged, STORED_APPEALS, submissions, warmUp } from './submissions.js';

export const name = 'submit';

const ROUNDS = 3;

/** `submitAppeal` over HTTP, durable, ÷ a bare Fastify with one INSERT; both on the same PostgreSQL. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print, size } = options;
  const seconds = sized(options, { smoke: 0.5, usual: 4, full: 10 });
  await using product = await runningProduct(args, print);
  await using bare = await yardstickProcess('fastify-yardstick.mjs', product.databaseUrl);
  const client = await searchClient(product);
  await warmUp(product.url, size);
  const [ours, theirs] = [new Acknowledged(), new Acknowledged()];
  print(`32 callers, ${ROUNDS} rounds of ${seconds} s each`);
  const figures = await interleaved(
    sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
    () => submissions(product.url, seconds, { acknowledged: ours, size }),
    () => submissions(bare.url, seconds, { acknowledged: theirs, size }),
    () => caughtUp(product, client),
  );
  await ours.assertStored(product.databaseUrl, STORED_APPEALS);
  await theirs.assertStored(product.databaseUrl, 'select id::text as id from bare_submission');
  const title = 'submitAppeal, 32 callers ÷ bare Fastify + one INSERT';
  return [{ name: title, unit: 'submissions/s', floor: 0.4, goal: 0.6, ...figures }];
}
