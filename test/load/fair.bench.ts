import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { answerTimes } from './answer-times.js';
import { atRate } from './at-rate.js';
import { quantile, sized, type BenchOptions, type BenchSize, type Metric } from './bench-frame.js';
import type { Noise } from './fair-noise.js';
import { fairRequests, type FairKind, type FairRequests } from './fair-requests.js';
import { cpuSecondsOf } from './processes.js';
import { runningProduct, type RunningProduct } from './running-product.js';
import { officialToken, searchClient, type SearchClient } from './search-client.js';

export const name = 'fair';

const QUIET = 'kuol';
/** The district of `searchClient`. */
const NOISY = 'aldan';
const OTHER = 'tuora';
const FACTOR = { smoke: 5, usual: 50, full: 50 } as const;
const ROUNDS = { smoke: 1, usual: 2, full: 2 } as const;
/** Of the quiet district, a second. */
const RATES: Readonly<Record<FairKind, number>> = { submission: 3, list: 3, search: 1 };
const KINDS = Object.keys(RATES) as FairKind[];
/** So long the other district is loud before the quiet one is measured. */
const RISE_MS = { smoke: 300, usual: 3_000, full: 3_000 } as const;
const TEXTS = { smoke: 3, usual: 30, full: 30 } as const;
const QUIET_TIMEOUT_MS = 60_000;
/** The deadline of an operation, and more. */
const REFUSED_MS = 20_000;

type Latencies = Readonly<Record<FairKind, number[]>>;

/**
 * Latency of a district's submissions, lists and searches beside a district with 50 times its load ÷ alone. Also with that load
 * spread evenly over the other districts: then none is louder than another, and what is left is that the machine is full; and
 * beside a busy process for each core, which has no part in the product. Clients share the machine with it, so its own process
 * tells, too, how long it took from the arrival to the answer, and how much CPU it used meanwhile.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print } = options;
  const seconds = sized(options, { smoke: 1, usual: 12, full: 60 });
  using times = answerTimes();
  const isSmoke = options.size === 'smoke';
  await using product = await runningProduct(args, print, 'off', isSmoke ? {} : times.environment);
  const client = await searchClient(product);
  const quiet = await requestsIn(product, QUIET);
  const quietAs = (measuredAs: string) => fairRequests(QUIET, quiet.token, measuredAs);
  const noisy = await requestsIn(product, NOISY);
  const others = [noisy, await requestsIn(product, OTHER)];
  for (let text = 0; text < TEXTS[options.size]; text += 1) await isAnswered(product.url, quiet.submission());
  const [alone, beside, even, busy] = [latencies(), latencies(), latencies(), latencies()];
  const besides = async (senders: readonly FairRequests[], taken: Latencies, requests = quiet): Promise<void> => {
    await isQuiet(client);
    const answered = await loud({ product, size: options.size }, senders, async () =>
      measure(product.url, requests, seconds, taken),
    );
    print(`${senders.length} loud: ${answered}`);
  };
  if (!isSmoke) {
    print('warming up');
    await besides([noisy], latencies());
  }
  for (let round = 1; round <= ROUNDS[options.size]; round += 1) {
    print(`round ${round} of ${ROUNDS[options.size]}`);
    await isQuiet(client);
    await measure(product.url, quietAs('alone'), seconds, alone);
    await besideBusyCores(() => measure(product.url, quiet, seconds, busy));
    await besides([noisy], beside, quietAs('beside'));
    await besides(others, even);
  }
  return KINDS.map((kind) => {
    if (alone[kind].every((took) => took === REFUSED_MS)) throw new Error(`each ${kind} alone was refused`);
    const [value, yardstick] = [quantile(beside[kind], 0.99), quantile(alone[kind], 0.99)];
    const title = `${kind} of a district beside one with ${FACTOR[options.size]} times its load ÷ alone, p99`;
    const refused = beside[kind].filter((took) => took === REFUSED_MS).length;
    const [besideTimes, aloneTimes] = [times.of(`beside ${kind}`), times.of(`alone ${kind}`)];
    const ratioOf = (part: 'ms' | 'cpu', share: number) =>
      [besideTimes, aloneTimes]
        .map((taken) =>
          quantile(
            taken.map((one) => one[part]),
            share,
          ).toFixed(0),
        )
        .join(' ÷ ');
    const note = [
      `p50 ${[beside, alone].map((taken) => quantile(taken[kind], 0.5).toFixed(0)).join(' ÷ ')} ms`,
      ...(isSmoke ? [] : [`from arrival to answer ${ratioOf('ms', 0.99)}, p50 ${ratioOf('ms', 0.5)} ms`]),
      ...(isSmoke ? [] : [`CPU of the process meanwhile ${ratioOf('cpu', 0.99)}, p50 ${ratioOf('cpu', 0.5)} ms`]),
      `beside a busy process for each core ${p50AndP99(busy[kind])} ms`,
      `with that load spread over the others ${p50AndP99(even[kind])} ms`,
      `${refused} of ${beside[kind].length} refused`,
    ].join('; ');
    const bounds = { floor: 1.5, goal: 1.2, lessIsBetter: true, note };
    return { name: title, unit: 'ms', value, yardstick, ratio: value / yardstick, ...bounds };
  });
}

const p50AndP99 = (taken: readonly number[]): string =>
  [0.5, 0.99].map((share) => quantile(taken, share).toFixed(0)).join(' and ');

const latencies = (): Latencies => ({ submission: [], list: [], search: [] });

async function requestsIn(product: RunningProduct, district: string): Promise<FairRequests> {
  return fairRequests(district, await officialToken(product, 'HEAD', district));
}

async function besideBusyCores(work: () => Promise<void>): Promise<void> {
  const busy = cpus().map(() => spawn(process.execPath, ['-e', 'for (;;);']));
  try {
    await work();
  } finally {
    for (const one of busy) one.kill('SIGKILL');
  }
}

/** What the loud district left waiting is done: its searches, and the read side's work. */
async function isQuiet(client: SearchClient): Promise<void> {
  for (const end = performance.now() + QUIET_TIMEOUT_MS; ; await sleep(1_000)) {
    try {
      return void (await client.untilFound(`тихо${Math.floor(performance.now())}`, 500, QUIET_TIMEOUT_MS));
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}

/** Each kind at its rate, whatever the others wait for. One that is refused counts as never answered. */
async function measure(url: string, requests: FairRequests, seconds: number, taken: Latencies): Promise<void> {
  const one = async (kind: FairKind): Promise<void> => {
    const begun = performance.now();
    const isTaken = await isAnswered(url, requests[kind]());
    taken[kind].push(isTaken ? performance.now() - begun : REFUSED_MS);
  };
  await Promise.all(KINDS.map((kind) => atRate(RATES[kind], seconds, () => one(kind))));
}

/** False where the product had no capacity or time for it. Throws when it is refused for another reason. */
async function isAnswered(url: string, request: RequestInit): Promise<boolean> {
  const answer = await fetch(`${url}/graphql`, request);
  const text = await answer.text();
  if (answer.status === 503 || answer.status === 504 || text.includes('TOO_MANY_SEARCHES')) return false;
  if (answer.status !== 200 || text.includes('"errors"')) throw new Error(`${answer.status} ${text.slice(0, 300)}`);
  return true;
}

/** While the districts send, from a thread of its own; answers how they were answered, and who had the CPU. */
async function loud(
  { product, size }: { readonly product: RunningProduct; readonly size: BenchSize },
  senders: readonly FairRequests[],
  work: () => Promise<void>,
): Promise<string> {
  const workerData: Noise = {
    url: product.url,
    connections: 128,
    districts: senders.map(({ district, token }) => ({ district, token })),
    perSecond: Object.fromEntries(KINDS.map((kind) => [kind, RATES[kind] * FACTOR[size]])) as Noise['perSecond'],
  };
  const noise = new Worker(new URL('fair-noise.ts', import.meta.url), { workerData });
  const ended = once(noise, 'message') as Promise<[string]>;
  try {
    await sleep(RISE_MS[size]);
    const begun = cpuUse(product);
    await work();
    const used = usedSince(begun, cpuUse(product));
    noise.postMessage('enough');
    const [answered] = await ended;
    if (!/ [1-9]\d* \(/.test(answered)) throw new Error(`the loud district was answered nothing: ${answered}`);
    return `${answered}; ${used}`;
  } finally {
    await noise.terminate();
  }
}

interface CpuUse {
  readonly at: number;
  readonly product: number;
  readonly bench: number;
  readonly idle: number;
}

function cpuUse(product: RunningProduct): CpuUse {
  const { user, system } = process.cpuUsage();
  const idle = cpus().reduce((sum, { times }) => sum + times.idle, 0) / 1_000;
  return { at: performance.now() / 1_000, product: cpuSecondsOf(product.pids()), bench: (user + system) / 1e6, idle };
}

function usedSince(begun: CpuUse, now: CpuUse): string {
  const share = (part: keyof CpuUse) => ((now[part] - begun[part]) / (now.at - begun.at)).toFixed(2);
  return `of ${cpus().length} cores the product had ${share('product')}, this bench ${share('bench')}, idle ${share('idle')}, the rest database and others`;
}
