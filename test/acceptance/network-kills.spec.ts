import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import pg from 'pg';
import { NetworksWorld, type NetworkPage } from '../world/networks.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const NETWORKS = ['VK', 'MAX', 'TELEGRAM', 'OK'] as const;
type Network = (typeof NETWORKS)[number];
/** OK allows no answer under a comment. */
const isDirect = (network: Network) => network === 'OK';
const HOURS = 3_600_000;
/** Longer than a killed reader holds its account, and a killed worker the messages that it claimed. */
const WITHIN_MS = 150_000;

let networks: NetworksWorld;
let world: World;
let steps: Steps;
let database: pg.Pool;
const pages = {} as Record<Network, NetworkPage>;

jest.setTimeout(400_000);

const LIST = `{ appeals(district: "aldan", filter: { worklist: TO_MODERATE }, first: 100) { nodes { id version excerpt } } }`;
const NOTICES = `query ($id: UUID!) {
  appeal(district: "aldan", id: $id) { notices { id version kind way state proof attention } }
}`;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly excerpt: string | null;
}

interface Notice {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly state: string;
  readonly proof: string | null;
  readonly attention: string | null;
}

interface Asked {
  readonly page: NetworkPage;
  readonly id: string;
  readonly thread: string;
  readonly appeal: string;
}

async function listed(): Promise<readonly Row[]> {
  const { data } = await world.ask(LIST, {}, { as: steps.login('moderator') });
  return (data!['appeals'] as { readonly nodes: readonly Row[] }).nodes;
}

/** Each of the texts, once it is in the list; how often is for the caller to compare. */
function heard(texts: readonly string[]): Promise<readonly Row[]> {
  return eventually(async () => {
    const found = (await listed()).filter(({ excerpt }) => texts.some((text) => excerpt?.includes(text)));
    const missing = texts.filter((text) => !found.some(({ excerpt }) => excerpt!.includes(text)));
    if (missing.length === 0) return found;
    throw new Error(`not in the list: ${missing.join(', ')}`);
  }, WITHIN_MS);
}

/** Every account was read since then, and all that was received is applied and shown. */
async function settled(since: Date): Promise<void> {
  const count = async (of: string, ...values: readonly unknown[]) =>
    (await database.query<{ count: string }>(`select count(*) from intake.${of}`, [...values])).rows[0]!.count;
  await eventually(async () => {
    const unread = 'listening where looked_at is null or looked_at < $1 or leased_until is not null';
    expect(await count(unread, since)).toBe('0');
    expect(await count('heard_lane where due_at is not null or leased_until is not null')).toBe('0');
    return true;
  }, WITHIN_MS);
  expect(await world.operate('verify')).toMatchObject({ code: 0 });
}

async function notice({ appeal }: Asked, ready: (notice: Notice) => boolean): Promise<Notice> {
  return eventually(async () => {
    const { data } = await world.ask(NOTICES, { id: appeal }, { as: steps.login('controller') });
    const { notices } = data!['appeal'] as { readonly notices: readonly Notice[] };
    const found = notices.find(({ kind }) => kind === 'REGISTERED');
    if (found && ready(found)) return found;
    throw new Error(JSON.stringify(notices));
  }, WITHIN_MS);
}

interface TakenUp extends Asked {
  readonly version: number;
}

/** A message of a network that is considered. */
async function takenUp(network: Network): Promise<TakenUp> {
  const page = pages[network];
  const text = `${network}: темно на Лесной`;
  const { id, thread } = page.say({ person: 'Айаал', text, direct: isDirect(network) });
  const [row] = await heard([text]);
  const up = await steps.must('takeUpMessage', 'moderator', { id: row!.id, expectedVersion: row!.version });
  return { page, id, thread, appeal: row!.id, version: up.version };
}

/** It is registered while the network takes our answer and says nothing of it. */
async function held({ version, ...asked }: TakenUp): Promise<Asked> {
  asked.page.faults.holdAnswerToSend();
  await steps.must('registerAppeal', 'registrar', { id: asked.appeal, expectedVersion: version });
  await asked.page.answered(asked.thread, undefined, WITHIN_MS);
  return asked;
}

/** As three minutes do: what the killed process held is anybody's. */
async function leaseEnds(): Promise<void> {
  await database.query('update notifications.delivery set next_at = now(), claimed_until = null');
}

async function unknown(): Promise<readonly string[]> {
  const { data } = await world.ask(
    '{ unknownNotices(district: "aldan") { id } }',
    {},
    { as: steps.login('registrar') },
  );
  return (data!['unknownNotices'] as readonly { readonly id: string }[]).map(({ id }) => id);
}

/** How often an attempt in the network ended as unknown, since the start; where one process serves all. */
function counted(network: Network): Promise<number> {
  return eventually(async () => {
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    const line = new RegExp(
      `^otklik_network_messages_total\\{.*network="${network}",outcome="UNKNOWN".*\\} (\\d+)$`,
      'm',
    );
    return line.exec(metrics) ? Number(line.exec(metrics)![1]) : undefined;
  });
}

/** In each network so many comments, written while there is no listener. */
function written(mark: string, count: number, before: (network: Network) => void = () => undefined): readonly string[] {
  return NETWORKS.flatMap((network) =>
    Array.from({ length: count }, (_, at) => {
      before(network);
      const text = `${mark} ${network} ${at}.`;
      pages[network].say({ person: `Житель ${at % 3}`, text });
      return text;
    }),
  );
}

const clockOf = (network: Network) => pages[network].account.simulator.world;

describe('networks while processes are killed', () => {
  beforeAll(async () => {
    networks = await NetworksWorld.start();
    world = await startWorld({ demo: 'small', environment: networks.environment });
    steps = new Steps(world, 'aldan');
    database = new pg.Pool({ connectionString: world.databaseUrl, max: 1 });
    for (const network of NETWORKS) pages[network] = await networks.connect(world, network, 'aldan');
  }, 240_000);
  afterAll(async () => {
    await database.end();
    await world.stop();
    await networks.stop();
  });

  describe('killed between the bytes that left and the record of it', () => {
    const asked = {} as Record<Network, Asked>;

    beforeAll(async () => {
      // All at once: a network that is silent for some seconds is looked at, and then nothing is left to kill.
      const all = await Promise.all(NETWORKS.map(async (network) => [network, await takenUp(network)] as const));
      await Promise.all(all.map(async ([network, one]) => (asked[network] = await held(one))));
      for (const { page, thread } of Object.values(asked)) expect(page.ours(thread)).toHaveLength(1);
      await world.end('SIGKILL');
      const { rows } = await database.query("select from notifications.network_part where state = 'CLAIMED'");
      // On a slow machine the first of them has been looked at by now: nothing would be left to kill.
      expect(rows).toHaveLength(NETWORKS.length);
      await world.start();
      await leaseEnds();
    });

    it.each(['VK', 'MAX', 'OK'] as const)('%s is checked, and the answer is there once', async (network) => {
      const { page, thread } = asked[network];
      const { proof } = await notice(asked[network], ({ state }) => state === 'DISPATCHED');
      expect(page.ours(thread).map(({ id }) => id)).toEqual([proof]);
    });

    it('Telegram cannot be looked at: unknown, counted, and nothing more is sent until a person decides', async () => {
      const { page, thread } = asked.TELEGRAM;
      const { id, version } = await notice(asked.TELEGRAM, ({ attention }) => attention === 'UNKNOWN');
      expect(await unknown()).toEqual([id]);
      if (process.env['OTKLIK_PROFILE'] !== 'cluster') expect(await counted('TELEGRAM')).toBe(1);
      expect(page.ours(thread)).toHaveLength(1);
      await steps.must('settleUnknownNotice', 'registrar', { id, expectedVersion: version, word: 'STANDS' });
      await notice(asked.TELEGRAM, ({ state }) => state === 'DISPATCHED');
      expect(page.ours(thread)).toHaveLength(1);
    });
  });

  describe('without a listener', () => {
    it('44: a restart leaves the subscriptions, and what was written meanwhile is received once', async () => {
      await world.end();
      for (const network of NETWORKS) expect([network, pages[network].isListenedTo]).toEqual([network, true]);
      const texts = written('Перезапуск', 2);
      await world.start();
      expect(await heard(texts)).toHaveLength(texts.length);
    });

    it('39: nine hours after a kill nothing is lost, and nothing is twice', async () => {
      const heardOf = written('Перед сбоем', 2);
      await world.end('SIGKILL');
      const missed = written('Ночью', 6, (network) => {
        clockOf(network).now += 1.5 * HOURS;
      });
      // By its law a network gives up meanwhile, and takes the subscription away.
      for (const network of NETWORKS) await pages[network].account.simulator.settle();
      const since = new Date();
      await world.start();
      // The networks' clocks, which are ahead, go on, so that what they try again becomes due.
      const clocks = setInterval(() => NETWORKS.forEach((network) => (clockOf(network).now += 2_000)), 100);
      const texts = [...heardOf, ...missed];
      try {
        await heard(texts);
        for (const network of NETWORKS) await pages[network].listenedTo();
        await settled(since);
      } finally {
        clearInterval(clocks);
      }
      expect(await heard(texts)).toHaveLength(texts.length);
    });
  });
});
