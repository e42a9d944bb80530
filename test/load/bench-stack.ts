import { freePortBase } from '../../deploy/stack/ports.js';
import { missingRequirement, stackUp } from '../../deploy/stack/stack.js';
import { temporaryFolder } from './bench-server.js';
import { areServersShared, sharedOrOwn } from './shared-servers.js';

export interface BenchKafka extends AsyncDisposable {
  readonly brokers: string[];
}

export interface BenchSearchServer extends AsyncDisposable {
  readonly url: string;
}

type Print = (line: string) => void;

const noneToStop = { [Symbol.asyncDispose]: () => Promise.resolve() };

/** One broker of the bench's own. Where servers are shared, the one that OTKLIK_TEST_KAFKA names, if it does. */
export function benchKafka(print: Print): Promise<BenchKafka> {
  return sharedOrOwn('kafka', async () => {
    const running = areServersShared() && process.env['OTKLIK_TEST_KAFKA'];
    if (running) return { brokers: running.split(','), ...noneToStop };
    const { stack, stop } = await ownStack('kafka', print);
    return { brokers: stack.kafkaBrokers.split(','), ...stop };
  });
}

/** A search server of the bench's own. Where servers are shared, the one that OTKLIK_TEST_ELASTICSEARCH names, if it does. */
export function benchSearch(print: Print): Promise<BenchSearchServer> {
  return sharedOrOwn('search', async () => {
    const running = areServersShared() && process.env['OTKLIK_TEST_ELASTICSEARCH'];
    if (running) return { url: running, ...noneToStop };
    const { stack, stop } = await ownStack('search', print);
    return { url: stack.elasticsearchUrl, ...stop };
  });
}

/** Throws when this machine cannot run the server. */
async function ownStack(kind: 'kafka' | 'search', print: Print) {
  const missing = missingRequirement();
  if (missing !== undefined) throw new Error(missing);
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(temporaryFolder(kind));
  const portBase = await freePortBase();
  const stack = await stackUp({ only: [kind], brokers: 1, folder: folder.path, portBase, print });
  opened.defer(() => stack.reset());
  const all = opened.move();
  return { stack, stop: { [Symbol.asyncDispose]: () => all.disposeAsync() } };
}
