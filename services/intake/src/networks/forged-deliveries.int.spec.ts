import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { metrics } from '@otklik/observability';
import { accountOf, NetworksOfIntake } from './networks-world.fixture.js';

const IN_THE_TOWN = ['VK', 'MAX', 'TELEGRAM', 'OK'] as const;
const NETWORKS = [...IN_THE_TOWN, 'INSTAGRAM'] as const;
type Network = (typeof NETWORKS)[number];
type District = 'aldan' | 'tompo';

const USER = '17841400000000001';
const instagram = (district: District) => {
  const secrets = {
    token: 'IGQ.token',
    verifyToken: `verify-${district}`,
    applicationSecret: `app-secret-of-${district}`,
  };
  return accountOf({ network: 'INSTAGRAM', title: district, credentials: { settings: { user: USER }, secrets } });
};

let on: NetworksOfIntake;
const accounts = { aldan: instagram('aldan'), tompo: instagram('tompo') };
beforeAll(async () => {
  on = await NetworksOfIntake.start(IN_THE_TOWN, accounts);
  await on.listen();
});
afterAll(() => on.stop());

interface Sent {
  readonly account: string;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

const accountIn = (network: Network, district: District = 'aldan') =>
  network === 'INSTAGRAM' ? accounts[district].id : on.account(network, district).id;

const secretOf = (network: Network, district: District = 'aldan') =>
  network === 'INSTAGRAM' ? `app-secret-of-${district}` : on.page(network, district).simulator.subscription!.secret;

/** The body in the network's own form, with that secret; without one, as a forger would send it. */
function signed(network: Network, body: string, secret: string | undefined): Sent {
  const to = { account: accountIn(network), headers: {}, query: {} };
  if (network === 'INSTAGRAM') {
    const signature = secret === undefined ? {} : { 'x-hub-signature-256': signatureOf(body, secret) };
    return { ...to, body, headers: signature };
  }
  return { ...to, ...on.page(network).simulator.protocol.present(body, secret) };
}

const signatureOf = (body: string, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** What a citizen's message looks like there. */
function right(network: Network): string {
  if (network !== 'INSTAGRAM') {
    const page = on.page(network);
    on.isHeld = true;
    page.say({ person: 'Айталина', text: 'На Лесной темно', direct: network === 'OK' });
    const told = page.simulator.deliveries.told.at(-1)!;
    page.simulator.deliveries.confirm(told);
    on.isHeld = false;
    return told.body;
  }
  const value = { id: '17900000000000001', text: 'На Лесной темно', from: { id: '7' }, media: { id: '1' } };
  const entry = [{ id: USER, time: 1, changes: [{ field: 'comments', value }] }];
  return JSON.stringify({ object: 'instagram', entry });
}

async function post({ account, body, headers, query }: Sent): Promise<number> {
  const url = new URL(`${on.url}/in/${account}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const all = { 'content-type': 'application/json', ...headers };
  return (await fetch(url, { method: 'POST', body, headers: all })).status;
}

interface Counted {
  readonly labels: Readonly<Record<string, string | number | undefined>>;
  readonly value: number;
}

async function counted(): Promise<ReadonlyMap<string, number>> {
  const { values } = (await metrics.getSingleMetric('otklik_network_deliveries_total')!.get()) as {
    readonly values: readonly Counted[];
  };
  return new Map(values.map(({ labels, value }) => [`${labels['network']} ${labels['answer']}`, value]));
}

/** All that hearing stores. */
async function stored(): Promise<string> {
  const tables = [
    'event',
    'stream',
    'command',
    'delivery',
    'captured',
    'heard_ref',
    'heard_message',
    'heard_lane',
    'file',
  ];
  const rows = await Promise.all(tables.map(async (table) => [table, (await on.world.rows(table)).length]));
  return JSON.stringify(rows);
}

/** It is answered so, one counter moves by one, and nothing else is there than before. */
async function refused(network: Network, why: string, status: number, sent: Sent): Promise<void> {
  const [before, counters] = [await stored(), await counted()];
  expect(await post(sent)).toBe(status);
  await on.settle();
  expect(await stored()).toBe(before);
  const moved = [...(await counted())].filter(([key, value]) => value !== (counters.get(key) ?? 0));
  expect(moved).toEqual([[`${network} ${why}`, (counters.get(`${network} ${why}`) ?? 0) + 1]]);
}

const MEBIBYTE = 1024 * 1024;

describe.each(NETWORKS)('a delivery in the name of %s', (network) => {
  const own = () => secretOf(network);

  it('is kept with its secret: what is refused below is refused for its fault', async () => {
    const before = (await on.world.rows('delivery')).length;
    expect(await post(signed(network, right(network), own()))).toBe(200);
    expect(await on.world.rows('delivery')).toHaveLength(before + 1);
    await on.settle();
  });

  it.each([
    ['without a secret', () => undefined],
    ['with an empty one', () => ''],
    ['with a guessed one', () => 'guessed'],
    ['with the beginning of the right one', () => own().slice(0, -1)],
    ['with more than the right one', () => `${own()}x`],
    ['with another district’s', () => secretOf(network, 'tompo')],
  ])('is refused %s', async (_, secret) => {
    await refused(network, 'FORGED', 403, signed(network, right(network), secret()));
  });

  it('is refused at another district’s address', async () => {
    await refused(network, 'FORGED', 403, {
      ...signed(network, right(network), own()),
      account: accountIn(network, 'tompo'),
    });
  });

  it('is judged before anything of it is read: what is no JSON, or a bomb, is forged first', async () => {
    for (const body of ['{"secret":"guessed",', '['.repeat(100_000), 'PK\u0003\u0004'])
      await refused(network, 'FORGED', 403, { ...signed(network, '{}', 'guessed'), body });
  });

  it('is refused when it is larger than any, with the right secret, too', async () => {
    const body = JSON.stringify({ ...(JSON.parse(right(network)) as object), weight: 'x'.repeat(MEBIBYTE) });
    await refused(network, 'TOO_LARGE', 413, signed(network, body, own()));
  });

  it.each(['gzip', 'deflate', 'br', 'zstd', 'x-zip'])('is not unpacked: %s', async (encoding) => {
    const body = right(network);
    const { headers, ...rest } = signed(network, body, own());
    const packed = gzipSync(Buffer.alloc(32 * MEBIBYTE));
    expect(packed.length).toBeLessThan(MEBIBYTE);
    const told = { ...rest, headers: { ...headers, 'content-encoding': encoding } };
    await refused(network, 'MALFORMED', 400, told);
    await refused(network, 'MALFORMED', 400, { ...told, body: packed });
  });

  it.each([100, 10_000])('is refused when it has %i levels', async (levels) => {
    const whole = JSON.parse(right(network)) as object;
    const deep = `"deep":${'['.repeat(levels)}${']'.repeat(levels)}`;
    const body = JSON.stringify({ ...whole, deep: 0 }).replace('"deep":0', deep);
    await refused(network, 'MALFORMED', 400, signed(network, body, own()));
  });

  it('is known when it is played again, a day later too', async () => {
    const sent = signed(network, right(network), own());
    expect(await post(sent)).toBe(200);
    await on.settle();
    const before = await stored();
    on.world.pass(86_400_000);
    expect(await Promise.all(Array.from({ length: 5 }, () => post(sent)))).toEqual([200, 200, 200, 200, 200]);
    await on.settle();
    expect(await stored()).toBe(before);
  });
});

it('to an unknown account is not found, whatever it brings', async () => {
  const before = await stored();
  for (const path of ['nobody', accountIn('VK').replace(/^./, (first) => (first === '0' ? '1' : '0'))])
    expect((await fetch(`${on.url}/in/${path}`, { method: 'POST', body: '{}' })).status).toBe(404);
  expect(await stored()).toBe(before);
});
