import { setTimeout as sleep } from 'node:timers/promises';
import { NetworksWorld, type NetworkPage } from '../world/networks.js';
import type { Answer, World } from '../world/world.js';
import { quietPool, temporaryFolder } from './bench-server.js';
import { quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { manyDistricts } from './many-districts.js';
import { openLoop, type OpenRequest } from './open-loop.js';
import { cpuSecondsOf } from './processes.js';
import { runningProduct, type RunningProduct } from './running-product.js';

export const name = 'networks';

const PER_SECOND = { smoke: 20, usual: 500, full: 500 } as const;
/** Each with an account. */
const DISTRICTS = { smoke: 2, usual: 10, full: 10 } as const;
/** Here the measured comments are written, beside the burst. */
const QUIET = 'kuol';
const LOOK_MS = 50;
const EVERY_MS = 250;
const TIMEOUT_MS = 120_000;

const LIST = `query ($district: String!) {
  appeals(district: $district, filter: { worklist: TO_MODERATE }, first: 100) { nodes { excerpt } }
}`;

/** A burst of deliveries, each answered once it is kept, and beside it the way of a comment into the moderation list. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print } = options;
  const seconds = sized(options, { smoke: 1, usual: 6, full: 20 });
  const perSecond = sized(options, PER_SECOND);
  using folder = temporaryFolder('districts');
  const districts = manyDistricts(folder.path, DISTRICTS[options.size]);
  const networks = await NetworksWorld.start();
  try {
    await using product = await runningProduct(args, print, 'small', {
      ...networks.environment,
      OTKLIK_DEMO_NETWORKS: 'off',
      OTKLIK_DISTRICTS: districts.path,
    });
    const world = { ask: asking(product) };
    const pages: NetworkPage[] = [];
    for (const district of districts.codes) pages.push(await networks.connect(world, 'VK', district));
    const quiet = await networks.connect(world, 'VK', QUIET);
    print(
      `${districts.codes.length} districts with an account each; ${perSecond} deliveries a second for ${seconds} s`,
    );
    await using lists = await listsOf(product.databaseUrl);
    const before = await burst(product.url, pages, 2, perSecond / 5);
    await lists.have(before.took.length);
    const used = () => cpuSecondsOf(product.pids());
    const [from, begun] = [used(), performance.now()];
    const seen = comments(world.ask, quiet, seconds * 1_000);
    const acknowledged = await burst(product.url, pages, seconds, perSecond);
    const quietly = await seen;
    if (acknowledged.took.length === 0 || quietly.length === 0) throw new Error('nothing was acknowledged');
    const all = acknowledged.took.length + quietly.length;
    await lists.have(before.took.length + all);
    const each = { perSecond: (all * 1_000) / (performance.now() - begun), cpu: ((used() - from) * 1_000) / all };
    return metricsOf(acknowledged, quietly, each, seconds);
  } finally {
    await networks.stop();
  }
}

interface Acknowledged {
  readonly sent: number;
  readonly took: readonly number[];
  readonly refused: number;
}

interface Each {
  readonly perSecond: number;
  /** ms. */
  readonly cpu: number;
}

function metricsOf(
  { sent, took, refused }: Acknowledged,
  seen: readonly number[],
  each: Each,
  seconds: number,
): Metric[] {
  const note = `${sent} sent in ${seconds} s, ${refused} not acknowledged`;
  const bound = { unit: 'ms', lessIsBetter: true } as const;
  return [
    { name: 'delivery acknowledged, p99', value: quantile(took, 0.99), floor: 1_000, goal: 200, ...bound, note },
    { name: 'delivery acknowledged, p50', value: quantile(took, 0.5), ...bound },
    {
      name: 'comment in the moderation list, p99',
      value: quantile(seen, 0.99),
      floor: 10_000,
      goal: 2_000,
      ...bound,
      note: `${seen.length} comments during the burst`,
    },
    { name: 'comment in the moderation list, p50', value: quantile(seen, 0.5), ...bound },
    {
      name: 'from the first delivery until the last stands in its list',
      value: each.perSecond,
      unit: 'messages/s',
      floor: 100,
      goal: 400,
      lessIsBetter: false,
    },
    { name: 'CPU of the product for a message', value: each.cpu, ...bound },
  ];
}

/** Whether as many messages stand in the lists as were delivered. */
async function listsOf(databaseUrl: string) {
  const pool = quietPool(databaseUrl, 1);
  const count = async () =>
    (await pool.query<{ all: number }>('select count(*)::int as all from search.register')).rows[0]!.all;
  const before = await count();
  return {
    have: async (delivered: number): Promise<void> => {
      const end = performance.now() + TIMEOUT_MS;
      while ((await count()) < before + delivered) {
        if (performance.now() > end) throw new Error(`fewer than ${delivered} messages stand in the lists`);
        await sleep(LOOK_MS);
      }
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

async function burst(url: string, pages: readonly NetworkPage[], seconds: number, perSecond: number) {
  const took: number[] = [];
  let refused = 0;
  const sent = await openLoop(
    url,
    { perSecond, seconds, connections: 256 },
    () => delivery(pages),
    ({ status, took: one }) => (status === 200 ? took.push(one) : (refused += 1)),
  );
  return { sent, took, refused };
}

let numbers = 1_000_000;

/** A comment as VK tells it, on one page after another. */
function delivery(pages: readonly NetworkPage[]): OpenRequest {
  numbers += 1;
  const { account } = pages[numbers % pages.length]!;
  const { url, secret } = account.simulator.subscription!;
  const group_id = Number(account.credentials.settings['group']);
  const said = { id: numbers, from_id: 200_000_000 + (numbers % 5_000), date: Math.floor(Date.now() / 1_000) };
  const text = `На улице Лесной у дома ${numbers % 300} не горит фонарь, номер ${numbers}`;
  const object = { ...said, owner_id: -group_id, post_id: 1, text };
  const event = { type: 'wall_reply_new', group_id, event_id: `bench-${numbers}`, v: '5.199', secret, object };
  return { path: new URL(url).pathname, body: JSON.stringify(event) };
}

/** Times from a comment until it is in its district's list, ms; one moderator looks. */
async function comments(ask: Ask, page: NetworkPage, during: number): Promise<readonly number[]> {
  const waiting = new Map<string, number>();
  const took: number[] = [];
  const begun = performance.now();
  for (let next = begun; ; await sleep(LOOK_MS)) {
    const now = performance.now();
    if (now >= next && now - begun < during) {
      const mark = `метка${(numbers += 1)}`;
      waiting.set(mark, now);
      page.say({ person: 'Измеритель', text: `Где автобус, ${mark}?` });
      next = now + EVERY_MS;
    }
    const listed = await excerpts(ask);
    for (const [mark, from] of waiting)
      if (listed.some((excerpt) => excerpt?.includes(mark))) {
        took.push(performance.now() - from);
        waiting.delete(mark);
      }
    if (now - begun >= during && waiting.size === 0) return took;
    if (now - begun >= during + TIMEOUT_MS)
      throw new Error(`${waiting.size} comments did not reach the list in ${TIMEOUT_MS} ms`);
  }
}

async function excerpts(ask: Ask): Promise<readonly (string | null)[]> {
  const { data } = await ask(LIST, { district: QUIET }, { as: `${QUIET}.moderator` });
  const { nodes } = data!['appeals'] as { readonly nodes: readonly { readonly excerpt: string | null }[] };
  return nodes.map(({ excerpt }) => excerpt);
}

type Ask = World['ask'];

/** As the officials of the demonstration. */
function asking(product: RunningProduct): Ask {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = async (login: string) => (await product.operate('token', '--as', login)).trim().split('\n').at(-1)!;
  return async (query, variables = {}, { as } = {}) => {
    if (as && !tokens.has(as)) tokens.set(as, tokenOf(as));
    const token = as && (await tokens.get(as));
    const response = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as Partial<Answer>;
    return { data, errors } as Answer;
  };
}
