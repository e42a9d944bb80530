import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchServer, interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct, said } from './running-product.js';
import { caughtUp, searchClient } from './search-client.js';
import { submissions, warmUp } from './submissions.js';

export const name = 'submit';

const ROUNDS = 3;

/** `submitAppeal` over HTTP, durable, beside a bare Fastify with one INSERT; both on the same PostgreSQL. */
export async function run({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const seconds = full ? 10 : 4;
  const server = await benchServer();
  const bare = spawn(process.execPath, [fileURLToPath(new URL('./bare-fastify.mjs', import.meta.url)), server.url]);
  try {
    const [bareUrl] = await said(bare, /http:\/\/\S+/);
    say('the product is started');
    const product = await runningProduct(server.url);
    try {
      const client = await searchClient(product);
      await warmUp(product.url);
      say(`32 callers, ${ROUNDS} rounds of ${seconds} s each`);
      const figures = await interleaved(
        ROUNDS,
        () => submissions(product.url, seconds),
        () => submissions(bareUrl, seconds),
        () => caughtUp(client),
      );
      const title = 'submitAppeal, 32 callers ÷ bare Fastify + one INSERT';
      return [{ name: title, unit: 'submissions/s', floor: 0.4, goal: 0.6, ...figures }];
    } finally {
      await product.stop();
    }
  } finally {
    bare.kill();
    await server.stop();
  }
}
