import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { OidcRoutes } from './adapters/oidc/oidc.routes.js';
import {
  aldan,
  authenticatorOf,
  ORIGIN,
  PASSWORD,
  pathOf,
  signInUnderTest,
  type SignInUnderTest,
} from './testing/sign-in.fixture.js';

const DAY_MS = 86_400_000;

let world: SignInUnderTest;
let { begin, get, post, setPassword } = {} as SignInUnderTest;
beforeAll(async () => {
  world = await signInUnderTest({ OTKLIK_DEMO_LOGINS: 'executor' });
  ({ begin, get, post, setPassword } = world);
});
afterAll(() => world.close());

describe('an invitation', () => {
  it('sets the password once, over its link alone', async () => {
    const { link } = await world.invitations.issue('executor');
    const page = await get(pathOf(link));
    expect(page.body).toContain('readonly value="executor"');
    expect(page.headers['content-security-policy']).toContain(`default-src 'none'`);
    expect(page.headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(page.headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
    const given = { password: PASSWORD, repeated: PASSWORD };
    expect((await post(pathOf(link), given)).body).toContain('Пароль сохранён');
    expect((await post(pathOf(link), { password: 'another password', repeated: 'another password' })).statusCode).toBe(
      404,
    );
    expect((await get(pathOf(link))).statusCode).toBe(404);
    expect(await world.invitations.hasPassword('executor')).toBe(true);
  });

  it('is on record with the time, for any reader of its link, once it has set a password', async () => {
    const recorded = async () => {
      const { rows } = await world.database
        .scope(1)
        .query(`select at, official, detail from evidence.access_record where kind = 'PASSWORD_SET' order by position`);
      return rows;
    };
    const before = await recorded();
    const { link } = await world.invitations.issue('head');
    await post(pathOf(link), { password: 'kratko', repeated: 'kratko' });
    expect(await recorded()).toEqual(before);
    await setPassword('head');
    const record = { official: aldan.officials[1]!.id, detail: null, at: new Date(world.clock.at) };
    expect(await recorded()).toEqual([...before, record]);
  });

  it('works once also when its link is used twice at the same time', async () => {
    const { link } = await world.invitations.issue('executor');
    const both = await Promise.all(
      [1, 2].map((one) => post(pathOf(link), { password: `${PASSWORD} ${one}`, repeated: `${PASSWORD} ${one}` })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
  });

  it('ends after seven days, and when another is given', async () => {
    const [late, replaced] = [await world.invitations.issue('executor'), await world.invitations.issue('executor')];
    await world.invitations.issue('executor');
    world.clock.at += 1_000;
    expect((await get(pathOf(replaced.link))).statusCode).toBe(404);
    const { link } = await world.invitations.issue('executor');
    world.clock.at += 7 * DAY_MS;
    for (const one of [late.link, link]) expect((await get(pathOf(one))).statusCode).toBe(404);
    world.clock.at -= 7 * DAY_MS;
  });

  it.each([
    ['short', 'kratko', 'kratko', 'слишком короткий'],
    ['repeated otherwise', PASSWORD, `${PASSWORD}!`, 'не совпали'],
    ['common', 'пароль пароль пароль', 'пароль пароль пароль', 'пробуют первым'],
    ['of the district', 'Алданский2026', 'Алданский2026', 'пробуют первым'],
  ])('refuses a password that is %s, and stays open', async (_, password, repeated, text) => {
    const { link } = await world.invitations.issue('executor');
    const refused = await post(pathOf(link), { password, repeated });
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining(text)]);
    expect((await get(pathOf(link))).statusCode).toBe(200);
  });
});

describe('sign-in', () => {
  beforeAll(() => setPassword('executor'));

  it('goes from the page over the password to the code for the gateway, and a restart in between costs nothing', async () => {
    const { url, cookie } = await begin();
    const page = await get(url, { cookie });
    expect(page.body).toContain('Вход для сотрудников');
    const restarted = fastify();
    await restarted.register((scope) => world.service.get(OidcRoutes).register(scope));
    const answer = await post(url, { login: 'executor', password: PASSWORD }, { cookie });
    expect(answer.statusCode).toBe(303);
    const resumed = await restarted.inject({ url: pathOf(answer.headers.location!), headers: { cookie } });
    await restarted.close();
    const back = new URL(resumed.headers.location!);
    expect([back.origin, back.pathname, back.searchParams.get('state')]).toEqual([ORIGIN, '/session/callback', 's']);
    expect(back.searchParams.get('code')).toMatch(/^[\w-]{40,}$/);
  });

  it('is on record when it fails, without what was typed, and once for unknown logins', async () => {
    for (const login of ['executor', 'executor', 'stranger', 'another']) {
      const { url, cookie } = await begin();
      const given = { login, password: 'не тот пароль' };
      expect((await post(url, given, { cookie, address: '10.9.9.9' })).statusCode).toBe(422);
    }
    const recorded = async (district: number) => {
      const { rows } = await world.database
        .scope(district)
        .query(`select kind, official, detail from evidence.access_record where kind = 'SIGN_IN_FAILED'`);
      return rows;
    };
    const failed = { kind: 'SIGN_IN_FAILED', detail: 'PASSWORD' };
    const { id } = aldan.officials[0]!;
    expect(await recorded(1)).toEqual([
      { ...failed, official: id },
      { ...failed, official: id },
    ]);
    expect(await recorded(0)).toEqual([{ ...failed, official: null }]);
    const { url, cookie } = await begin();
    // Forgiven, so that the tries of this test are not those of the next.
    await post(url, { login: 'executor', password: PASSWORD }, { cookie, address: '10.9.9.9' });
  });

  it('belongs to the browser that began it', async () => {
    const { url } = await begin();
    const other = await begin();
    for (const cookie of ['', other.cookie]) {
      expect((await get(url, { cookie })).statusCode).toBe(400);
      expect((await post(url, { login: 'executor', password: PASSWORD }, { cookie })).statusCode).toBe(400);
    }
  });

  it('takes forms of our own origin only', async () => {
    const { url, cookie } = await begin();
    const answer = await post(
      url,
      { login: 'executor', password: PASSWORD },
      { cookie, origin: 'https://evil.example' },
    );
    expect(answer.statusCode).toBe(403);
  });

  it('answers a wrong password and an unknown login alike, and in about the same time', async () => {
    const { url, cookie } = await begin();
    const times: Record<string, number[]> = { executor: [], nobody: [] };
    const bodies: Record<string, string> = {};
    for (let round = 0; round < 4; round += 1)
      for (const login of ['executor', 'nobody']) {
        const begun = performance.now();
        const { body } = await post(url, { login, password: 'wrong password' }, { cookie });
        times[login]!.push(performance.now() - begun);
        bodies[login] = body.replace(`value="${login}">`, '');
      }
    expect(bodies['nobody']).toBe(bodies['executor']);
    const fastest = (login: string) => Math.min(...times[login]!);
    expect(fastest('nobody') / fastest('executor')).toBeGreaterThan(0.5);
  });

  it('asks for work after five wrong tries from one network, not from others, and says how many are left', async () => {
    const { url, cookie } = await begin();
    const attempt = (password: string) => post(url, { login: 'guessed', password }, { cookie, address: '192.0.2.1' });
    expect((await attempt('a')).body).toContain('Осталось попыток: 4.');
    for (let tries = 0; tries < 4; tries += 1) await attempt('a');
    expect([(await attempt('a')).statusCode, (await attempt('a')).body]).toEqual([
      429,
      expect.stringContaining('Слишком много попыток'),
    ]);
    const other = await post(url, { login: 'someone', password: 'a' }, { cookie, address: '192.0.2.1' });
    expect(other.statusCode).toBe(422);
    // The owner, whom the stranger at 192.0.2.1 does not shut out.
    const owner = await post(url, { login: 'guessed', password: 'a' }, { cookie, address: '192.0.2.9' });
    expect([owner.statusCode, owner.body]).toEqual([422, expect.stringContaining('Осталось попыток: 4')]);
  });

  it('asks for work after fifty wrong tries from whatever networks', async () => {
    const { url, cookie } = await begin();
    const attempt = (tries: number) =>
      post(url, { login: 'sought', password: 'a' }, { cookie, address: `198.51.100.${tries}` });
    for (let tries = 0; tries < 50; tries += 1) await attempt(tries);
    expect((await attempt(50)).statusCode).toBe(429);
  }, 120_000);

  it('asks a network for work after fifty wrong tries, whatever the logins', async () => {
    const { url, cookie } = await begin();
    const attempt = (login: string, address: string) => post(url, { login, password: 'a' }, { cookie, address });
    for (let tries = 0; tries < 50; tries += 1) await attempt(`login${tries}`, '192.0.2.2');
    expect((await attempt('login', '192.0.2.2')).statusCode).toBe(429);
    expect((await attempt('login', '192.0.2.3')).statusCode).toBe(422);
  }, 120_000);
});

describe('a second factor', () => {
  it('is set up where the district demands it, and then asked for; a code works once', async () => {
    await setPassword('head');
    const first = await begin();
    const password = { login: 'head', password: PASSWORD };
    expect((await post(first.url, password, first)).headers.location).toBe(first.url);
    const { body } = await get(first.url, first);
    const codeAt = authenticatorOf(body);
    const secret = /class="key">([A-Z2-7 ]+)</.exec(body)![1]!.replaceAll(' ', '');
    expect((await post(first.url, { code: '000000' }, first)).statusCode).toBe(422);
    const done = await post(first.url, { code: codeAt(world.clock.at) }, first);
    expect(done.headers.location).toContain('/oidc/auth/');

    const next = await begin();
    await post(next.url, password, next);
    expect((await get(next.url, next)).body).toContain('Код из приложения');
    expect((await post(next.url, { code: codeAt(world.clock.at) }, next)).statusCode).toBe(422);
    world.clock.at += 30_000;
    expect((await post(next.url, { code: codeAt(world.clock.at) }, next)).headers.location).toContain('/oidc/auth/');
    const { rows } = await world.database.scope(0).query('select * from administration.account');
    expect(JSON.stringify(rows)).not.toContain(secret);

    // Who has the password guesses: five tries of a code, and then not even the right one for a quarter of an hour.
    const guessing = await begin();
    await post(guessing.url, password, guessing);
    const tries: number[] = [];
    for (let count = 0; count < 5; count += 1)
      tries.push((await post(guessing.url, { code: '000000' }, guessing)).statusCode);
    expect(tries).toEqual([422, 422, 422, 422, 422]);
    world.clock.at += 30_000;
    expect((await post(guessing.url, { code: codeAt(world.clock.at) }, guessing)).statusCode).toBe(429);
  });
});

describe('the demonstration', () => {
  it('offers its officials by district, each with a key', async () => {
    const { url, cookie } = await begin();
    const { body } = await get(url, { cookie });
    expect(body).toContain('<button name="login" value="executor" data-key="1">');
    expect(body.match(/<input [^>]* autofocus>/g)).toEqual([expect.stringContaining('id="login"')]);
    expect(body).not.toContain('value="head"');
  });
});
