import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { installDirectory, installEvidence, installService, openDatabase, type Database } from '@otklik/tenancy';
import { eventually, testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { createClient } from 'graphql-ws';
import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { WebSocket } from 'ws';
import { migrations } from '../migrations.js';
import { code, live, smallGateway, type SmallGateway } from '../testing/small-gateway.js';

let server: TestDatabase;
let database: Database;
let gateway: SmallGateway;
let url: string;
const FRONT = 'https://front.example';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((held) => probe.listen(0, '127.0.0.1', () => held()));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

beforeAll(async () => {
  server = await testDatabase();
  await installEvidence(server.url);
  await installDirectory(server.url);
  const { app } = await installService(server.url, 'gateway', migrations, testRoleSecret);
  database = openDatabase(app, 'gateway', { max: 2 });
  const demonstration = ['moderator', 'analyst', 'head'];
  gateway = await smallGateway(
    { OTKLIK_ORIGINS: FRONT },
    { port: await freePort(), sessions: (origin) => ({ database, origin, demonstration }) },
  );
  ({ url } = gateway);
});
afterAll(async () => {
  await gateway.application.close();
  await database.close();
  await server.drop();
});

interface FormOptions {
  readonly cookie?: string;
  readonly origin?: string | undefined;
}

function post(path: string, fields: Record<string, string>, options: FormOptions = {}): Promise<Response> {
  const { cookie, origin = url } = options;
  return fetch(`${url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...(!('origin' in options && !options.origin) && { origin }), ...(cookie && { cookie }) },
    body: new URLSearchParams(fields),
  });
}

/** The session's; beside it the cookie of an unfinished sign-in ends. */
const setCookie = ({ headers }: Response): string => headers.getSetCookie().at(-1) ?? '';
const cookieOf = (response: Response): string => setCookie(response).split(';')[0]!;
const signIn = async (login: string, options?: FormOptions): Promise<string> =>
  cookieOf(await post('/session/demonstration', { login }, options));
const me = '{ me { role } }';
const asked = (cookie: string, origin = url, query = me) => gateway.ask(query, { headers: { cookie, origin } });

/** What an official was refused in the district, as it is on record. */
async function refusedIn(district: number, login: string): Promise<readonly string[]> {
  const { rows } = await database
    .scope(district)
    .query<{ detail: string }>(
      `select detail from evidence.access_record where kind = 'REFUSED' and official = $1 order by detail`,
      [gateway.directory.official(login)!.id],
    );
  return rows.map(({ detail }) => detail);
}

/** What the embedded provider writes with it. */
async function passwordIsNew(login: string): Promise<void> {
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query('set app.districts = 0');
  await owner.query(
    `insert into directory.sign_in_end (district, login, at) values (0, $1, clock_timestamp())
     on conflict (district, login) do update set at = excluded.at`,
    [login],
  );
  await owner.end();
}

describe('a session', () => {
  it('is opened by one click on an official of the demonstration, and identifies GraphQL requests', async () => {
    const answer = await post('/session/demonstration', { login: 'moderator', to: '/desk/aldan?list=MINE' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/aldan?list=MINE']);
    expect(setCookie(answer)).toMatch(/^otklik-\d+=[\w-]{60,}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await asked(cookieOf(answer))).body).toEqual({ data: { me: { role: 'MODERATOR' } } });
  });

  it('is not opened for an official who is not of the demonstration', async () => {
    const answer = await post('/session/demonstration', { login: 'executor' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([404, null]);
  });

  it('gets a new secret at sign-in, and the one that the browser brought ends', async () => {
    const before = await signIn('moderator');
    const after = await signIn('head', { cookie: before });
    expect(after).not.toBe(before);
    expect(code(await asked(before))).toBe('UNAUTHENTICATED');
    expect((await asked(after)).body.data).toEqual({ me: { role: 'HEAD' } });
  });

  it('is not taken from a cookie that was not made here', async () => {
    const real = await signIn('moderator');
    const [name, value = ''] = real.split('=');
    const changed = value.slice(0, 20) + (value[20] === 'A' ? 'B' : 'A') + value.slice(21);
    for (const cookie of [`${name}=${changed}`, `${name}=chosen`, `${name}=`])
      expect([cookie, code(await asked(cookie))]).toEqual([cookie, 'UNAUTHENTICATED']);
  });

  it('is on record from its beginning, as is what its official was refused, once in a quarter of an hour', async () => {
    const cookie = await signIn('moderator');
    const found = (code: string) => `{ found(districts: ["${code}"]) { role } }`;
    for (const query of [found('aldan'), found('aldan'), found('kuol'), found('none'), me])
      await asked(cookie, url, query);
    const recorded = async (district: number) => {
      const { rows } = await database
        .scope(district)
        .query(`select distinct kind, detail from evidence.access_record where official = $1 order by kind, detail`, [
          gateway.directory.official('moderator')!.id,
        ]);
      return rows;
    };
    expect(await recorded(1)).toEqual([
      { kind: 'REFUSED', detail: 'found' },
      { kind: 'SIGNED_IN', detail: null },
    ]);
    expect(await recorded(2)).toEqual([{ kind: 'REFUSED', detail: 'found' }]);
    const { rows } = await database.scope(1).query(`select from evidence.access_record where kind = 'REFUSED'`);
    expect(rows).toHaveLength(1);
    await expect(database.scope(1).query('delete from evidence.access_record')).rejects.toThrow('permission denied');
  });

  it('is stored without the secret that the cookie holds', async () => {
    await signIn('moderator');
    const { rows } = await database.scope(0).query('select * from gateway.session');
    expect(rows.length).toBeGreaterThan(0);
    const cookie = await signIn('moderator');
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
    expect((await database.scope(1).query('select * from gateway.session')).rows).toEqual([]);
  });

  it('ends by sign-out', async () => {
    const cookie = await signIn('moderator');
    const answer = await post('/session/sign-out', {}, { cookie });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/session/sign-in']);
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(code(await asked(cookie))).toBe('UNAUTHENTICATED');
  });

  it('ends on every device of the official by sign-out everywhere, and no other official’s', async () => {
    const [one, two, other] = [await signIn('moderator'), await signIn('moderator'), await signIn('head')];
    expect((await asked(two)).status).toBe(200);
    await post('/session/sign-out-everywhere', {}, { cookie: one });
    for (const cookie of [one, two]) expect(code(await asked(cookie))).toBe('UNAUTHENTICATED');
    expect((await asked(other)).body.data).toEqual({ me: { role: 'HEAD' } });
  });

  it('ends with all of its official when there is a new password, and those that begin after it go on', async () => {
    const [one, two, other] = [await signIn('moderator'), await signIn('moderator'), await signIn('head')];
    await passwordIsNew('moderator');
    const late = await signIn('moderator');
    await eventually(async () => (code(await asked(one)) === 'UNAUTHENTICATED' ? true : undefined), 5_000);
    expect(code(await asked(two))).toBe('UNAUTHENTICATED');
    for (const cookie of [late, other]) expect((await asked(cookie)).status).toBe(200);
  });

  it('ends within five seconds when its row is removed by another replica', async () => {
    const cookie = await signIn('moderator');
    expect((await asked(cookie)).status).toBe(200);
    await database.scope(0).query('delete from gateway.session');
    const begun = Date.now();
    await eventually(async () => (code(await asked(cookie)) === 'UNAUTHENTICATED' ? true : undefined), 10_000);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  it.each([
    ['idle', `seen_at = now() - interval '121 minutes'`],
    ['absolute', `expires_at = now() - interval '1 second'`],
  ])('ends at its %s end', async (_, change) => {
    const cookie = await signIn('moderator');
    await database.scope(0).query(`update gateway.session set ${change}`);
    expect(code(await asked(cookie))).toBe('UNAUTHENTICATED');
  });

  it('ends with the official’s dismissal, and does not come back with a new role', async () => {
    const cookie = await signIn('analyst');
    const [aldan, kuol] = gateway.districts as [(typeof gateway.districts)[number], (typeof gateway.districts)[number]];
    const without = [aldan, kuol].map((one) => ({
      ...one,
      officials: one.officials.filter(({ login }) => login !== 'analyst'),
    }));
    gateway.directory.replace(without);
    expect(code(await asked(cookie))).toBe('UNAUTHENTICATED');
    gateway.directory.replace([aldan, kuol]);
    expect(code(await asked(cookie))).toBe('UNAUTHENTICATED');
    expect((await asked(await signIn('analyst'))).body.data).toEqual({ me: { role: 'ANALYST' } });
  });
});

describe('a request of another origin', () => {
  let cookie: string;
  beforeEach(async () => void (cookie = await signIn('moderator')));

  it.each([
    ['another site', 'https://evil.example'],
    ['another port of this host', 'http://127.0.0.1:1'],
    ['no origin', 'null'],
    ['an origin for bearer tokens', FRONT],
  ])('is FORBIDDEN with a session’s cookie: %s', async (_, origin) => {
    expect(code(await asked(cookie, origin))).toBe('FORBIDDEN');
  });

  it('cannot sign anyone in or out', async () => {
    for (const origin of ['https://evil.example', undefined])
      for (const path of ['/session/sign-out', '/session/sign-out-everywhere', '/session/demonstration'])
        expect([path, (await post(path, { login: 'head' }, { cookie, origin })).status]).toEqual([path, 403]);
    expect((await asked(cookie)).status).toBe(200);
  });

  it('may use a bearer token, and only listed origins may read the answer', async () => {
    const ask = (origin: string) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { origin, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: me }),
      });
    const token = await gateway.sign();
    const listed = await ask(FRONT);
    expect(await listed.json()).toEqual({ data: { me: { role: 'MODERATOR' } } });
    expect(listed.headers.get('access-control-allow-origin')).toBe(FRONT);
    expect(listed.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin: FRONT } });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      expect.stringContaining('authorization'),
    ]);
  });
});

describe('a WebSocket', () => {
  async function* numbers(): AsyncGenerator<{ ticks: number }> {
    for (let at = 0; ; at += 1) {
      yield { ticks: at };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The client gives no headers; browsers set these two by themselves. */
  function socketWith(headers: Record<string, string>): unknown {
    return new Proxy(WebSocket, {
      construct: (Made, [address, protocols]: [string, string[]]) =>
        Reflect.construct(Made, [address, protocols, { headers }]),
    });
  }

  /** The first value, or the code that the socket is closed with; then the code that ends it. */
  async function subscribe(
    cookie: string,
    origin: string,
    then = async (): Promise<void> => undefined,
    lateMs = 15_000,
  ) {
    live.ticks = numbers();
    let close = (_: number): void => undefined;
    const closed = new Promise<number>((resolve) => void (close = resolve));
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: socketWith({ cookie, origin }),
      retryAttempts: 0,
      on: { closed: (event) => close((event as { code: number }).code) },
    });
    const first = new Promise<unknown>((resolve) => {
      client.subscribe(
        { query: 'subscription { ticks(district: "aldan") }' },
        { next: resolve, error: () => undefined, complete: () => undefined },
      );
    });
    const got = await Promise.race([first, closed]);
    if (typeof got === 'number') return [got];
    await then();
    const late = new Promise((resolve) => setTimeout(() => resolve('open'), lateMs).unref());
    const end = await Promise.race([closed, late]);
    await client.dispose();
    return [got, end];
  }

  it('refused for want of a right is on record', async () => {
    const cookie = await signIn('head');
    const [refused] = await subscribe(cookie, url, async () => undefined, 50);
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(await refusedIn(1, 'head')).toEqual(['ticks']);
  });

  it('of our origin gets values, and is closed once the session has ended', async () => {
    const cookie = await signIn('moderator');
    const signOut = async () => void (await post('/session/sign-out', {}, { cookie }));
    expect(await subscribe(cookie, url, signOut)).toEqual([{ data: { ticks: 0 } }, 4401]);
  }, 30_000);

  it('is closed within five seconds after its official got a new password', async () => {
    const cookie = await signIn('moderator');
    const begun = Date.now();
    expect(await subscribe(cookie, url, () => passwordIsNew('moderator'))).toEqual([{ data: { ticks: 0 } }, 4401]);
    expect(Date.now() - begun).toBeLessThan(6_000);
  }, 30_000);

  it('is closed within five seconds after its official was dismissed', async () => {
    const cookie = await signIn('moderator');
    const { districts } = gateway;
    let begun = 0;
    const dismiss = async () => {
      begun = Date.now();
      gateway.directory.replace(districts.map((one) => ({ ...one, officials: [] })));
    };
    try {
      expect(await subscribe(cookie, url, dismiss)).toEqual([{ data: { ticks: 0 } }, 4401]);
      expect(Date.now() - begun).toBeLessThan(5_000);
    } finally {
      gateway.directory.replace(districts);
    }
  }, 30_000);

  it('from another origin is closed as FORBIDDEN, also with the cookie of a session', async () => {
    expect(await subscribe(await signIn('moderator'), 'https://evil.example')).toEqual([4403]);
  });
});
