import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import autocannon from 'autocannon';
import { fairRequests, type FairKind } from './fair-requests.js';

export interface Noise {
  readonly url: string;
  /** The requests go to them in turn. */
  readonly districts: readonly { readonly district: string; readonly token: string }[];
  readonly connections: number;
  readonly perSecond: Readonly<Record<FairKind, number>>;
}

const MAX_SECONDS = 600;

/** Loud districts, in a thread of their own: until a message comes, then answers how many requests got which answers. */
const { url, districts, connections, perSecond } = workerData as Noise;
const senders = districts.map(({ district, token }) => fairRequests(district, token));
const kinds = Object.keys(perSecond) as FairKind[];
let sent = 0;
const running = kinds.map((kind) =>
  autocannon({
    url: `${url}/graphql`,
    connections: Math.ceil(connections / kinds.length),
    duration: MAX_SECONDS,
    overallRate: perSecond[kind],
    timeout: 60,
    requests: [{ setupRequest: (request) => ({ ...request, ...senders[(sent += 1) % senders.length]![kind]() }) }],
  }),
);
await once(parentPort!, 'message');
for (const one of running) (one as unknown as { stop(): void }).stop();
const results = await Promise.all(running);
const answered = results.map(
  (result, at) => `${kinds[at]} ${result['2xx']} (${result.non2xx + result.errors} refused)`,
);
parentPort!.postMessage(answered.join(', '));
