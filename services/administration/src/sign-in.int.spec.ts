import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import type { Logger } from '@otklik/observability';
import {
  installDirectory,
  installEvidence,
  installService,
  memoryDirectory,
  openDatabase,
  type Database,
  type District,
} from '@otklik/tenancy';
import { samplePublicInformation, testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { fastify, type FastifyInstance } from 'fastify';
import { TOTP } from 'otpauth';
import pg from 'pg';
import { OidcRoutes } from './adapters/oidc/oidc.routes.js';
import { administrationService } from './administration.module.js';
import { Invitations } from './application/invitations.js';

const ORIGIN = 'https://otklik.example';
const PASSWORD = 'длинный пароль 1';
const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const official = (login: string, role: 'HEAD' | 'EXECUTOR', at: number) => ({
  id: `01930000-0000-7000-8000-00000000000${at}`,
  login,
  name: login,
  assignments: [{ district: 1, role }],
});
const aldan: District = {
  ...{ id: 1, code: 'aldan', name: 'Алданский район (Алдан оройуона)', zone: 'Asia/Yakutsk' },
  policy: {
    ...{ version: 1, autoRegisterMessages: false, answerTerms: {}, reopenWithinDays: 30, numberPrefix: 'АЛД' },
    secondFactorRoles: ['HEAD'],
  },
  public: samplePublicInformation,
  calendar: { version: '1', days: {}, years: [] },
  ...{ departments: [], organisations: [], topics: [], settlements: [], routingRules: [], synonyms: [], accounts: [] },
  officials: [official('executor', 'EXECUTOR', 1), official('head', 'HEAD', 2)],
};

let server: TestDatabase;
let database: Database;
let worker: pg.Pool;
let service: ServiceUnderTest;
let web: FastifyInstance;
let invitations: Invitations;
let at = Date.parse('2026-11-27T03:00:00.000Z');

beforeAll(async () => {
  server = await testDatabase();
  const { migrations } = administrationService;
  await installEvidence(server.url);
  await installDirectory(server.url);
  const urls = await installService(server.url, 'administration', migrations, testRoleSecret);
  database = openDatabase(urls.app, 'administration');
  worker = new pg.Pool({ connectionString: urls.worker });
  service = await serviceUnderTest(administrationService, {
    ...{ database, worker, directory: memoryDirectory([aldan]), logger: silent, vault: memoryVault() },
    now: () => new Date(at).toISOString(),
    secret: (purpose: string) => Buffer.alloc(32, purpose),
    environment: { OTKLIK_PUBLIC_URL: ORIGIN, OTKLIK_DEMO_LOGINS: 'executor' },
  });
  web = fastify();
  await web.register((scope) => service.get(OidcRoutes).register(scope));
  invitations = service.get(Invitations);
});
afterAll(async () => {
  await web.close();
  await service.close();
  await worker.end();
  await database.close();
  await server.drop();
});

const pathOf = (link: string): string => new URL(link).pathname;
const post = (
  url: string,
  form: Record<string, string>,
  { cookie = '', origin = ORIGIN, address = '127.0.0.1' } = {},
) =>
  web.inject({
    ...{ method: 'POST', url, remoteAddress: address },
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, origin },
    payload: new URLSearchParams(form).toString(),
  });

async function invited(login: string): Promise<void> {
  const { link } = await invitations.issue(login);
  expect((await post(pathOf(link), { password: PASSWORD, repeated: PASSWORD })).statusCode).toBe(200);
}

/** The provider's page for one browser: its address and cookies. */
async function begin(): Promise<{ readonly url: string; readonly cookie: string }> {
  const query = new URLSearchParams({
    ...{ client_id: 'otklik', response_type: 'code', scope: 'openid', prompt: 'login', state: 's', nonce: 'n' },
    ...{ redirect_uri: `${ORIGIN}/session/callback`, code_challenge_method: 'S256', code_challenge: 'c'.repeat(43) },
  });
  const answer = await web.inject({ url: `/oidc/auth?${query}` });
  expect(answer.statusCode).toBe(303);
  return { url: pathOf(new URL(answer.headers.location!, ORIGIN).href), cookie: cookiesOf(answer) };
}

function cookiesOf({ headers }: { readonly headers: Record<string, unknown> }): string {
  const given = headers['set-cookie'];
  return [given ?? []]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ');
}

describe('an invitation', () => {
  it('sets the password once, over its link alone', async () => {
    const { link } = await invitations.issue('executor');
    const page = await web.inject({ url: pathOf(link) });
    expect(page.body).toContain('readonly value="executor"');
    expect(page.headers['content-security-policy']).toContain(`default-src 'none'`);
    expect(page.headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(page.headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
    const given = { password: PASSWORD, repeated: PASSWORD };
    expect((await post(pathOf(link), given)).body).toContain('Пароль сохранён');
    expect((await post(pathOf(link), { password: 'another password', repeated: 'another password' })).statusCode).toBe(
      404,
    );
    expect((await web.inject({ url: pathOf(link) })).statusCode).toBe(404);
    expect(await invitations.hasPassword('executor')).toBe(true);
  });

  it('works once also when its link is used twice at the same time', async () => {
    const { link } = await invitations.issue('executor');
    const both = await Promise.all(
      [1, 2].map((one) => post(pathOf(link), { password: `${PASSWORD} ${one}`, repeated: `${PASSWORD} ${one}` })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
  });

  it('ends after seven days, and when another is given', async () => {
    const [late, replaced] = [await invitations.issue('executor'), await invitations.issue('executor')];
    await invitations.issue('executor');
    at += 1_000;
    expect((await web.inject({ url: pathOf(replaced.link) })).statusCode).toBe(404);
    const { link } = await invitations.issue('executor');
    at += 7 * 86_400_000;
    for (const one of [late.link, link]) expect((await web.inject({ url: pathOf(one) })).statusCode).toBe(404);
  });

  it.each([
    ['short', 'kratko', 'kratko', 'слишком короткий'],
    ['repeated otherwise', PASSWORD, `${PASSWORD}!`, 'не совпали'],
    ['common', 'пароль пароль пароль', 'пароль пароль пароль', 'пробуют первым'],
    ['of the district', 'Алданский2026', 'Алданский2026', 'пробуют первым'],
  ])('refuses a password that is %s, and stays open', async (_, password, repeated, text) => {
    const { link } = await invitations.issue('executor');
    const refused = await post(pathOf(link), { password, repeated });
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining(text)]);
    expect((await web.inject({ url: pathOf(link) })).statusCode).toBe(200);
  });
});

describe('sign-in', () => {
  beforeAll(() => invited('executor'));

  it('goes from the page over the password to the code for the gateway, and a restart in between costs nothing', async () => {
    const { url, cookie } = await begin();
    const page = await web.inject({ url, headers: { cookie } });
    expect(page.body).toContain('Вход для сотрудников');
    const restarted = fastify();
    await restarted.register((scope) => service.get(OidcRoutes).register(scope));
    const answer = await post(url, { login: 'executor', password: PASSWORD }, { cookie });
    expect(answer.statusCode).toBe(303);
    const resumed = await restarted.inject({ url: pathOf(answer.headers.location!), headers: { cookie } });
    await restarted.close();
    const back = new URL(resumed.headers.location!);
    expect([back.origin, back.pathname, back.searchParams.get('state')]).toEqual([ORIGIN, '/session/callback', 's']);
    expect(back.searchParams.get('code')).toMatch(/^[\w-]{40,}$/);
  });

  it('is on record when it fails, without what was typed, and once for logins that nobody has', async () => {
    for (const login of ['executor', 'executor', 'stranger', 'another']) {
      const { url, cookie } = await begin();
      const given = { login, password: 'не тот пароль' };
      expect((await post(url, given, { cookie, address: '10.9.9.9' })).statusCode).toBe(422);
    }
    const recorded = async (district: number) => {
      const { rows } = await database
        .scope(district)
        .query('select kind, official, detail from evidence.access_record');
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
      expect((await web.inject({ url, headers: { cookie } })).statusCode).toBe(400);
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
    at = Date.now();
    await invited('head');
    const first = await begin();
    const password = { login: 'head', password: PASSWORD };
    expect((await post(first.url, password, first)).headers.location).toBe(first.url);
    const { body } = await web.inject({ url: first.url, headers: { cookie: first.cookie } });
    const secret = /class="key">([A-Z2-7 ]+)</.exec(body)![1]!.replaceAll(' ', '');
    const codeAt = (time: number) => new TOTP({ secret }).generate({ timestamp: time });
    expect((await post(first.url, { code: '000000' }, first)).statusCode).toBe(422);
    const done = await post(first.url, { code: codeAt(at) }, first);
    expect(done.headers.location).toContain('/oidc/auth/');

    const next = await begin();
    await post(next.url, password, next);
    expect((await web.inject({ url: next.url, headers: { cookie: next.cookie } })).body).toContain('Код из приложения');
    expect((await post(next.url, { code: codeAt(at) }, next)).statusCode).toBe(422);
    at += 30_000;
    expect((await post(next.url, { code: codeAt(at) }, next)).headers.location).toContain('/oidc/auth/');
    const { rows } = await database.scope(0).query('select * from administration.account');
    expect(JSON.stringify(rows)).not.toContain(secret);

    // Who has the password guesses: five tries of a code, and then not even the right one for a quarter of an hour.
    const guessing = await begin();
    await post(guessing.url, password, guessing);
    const tries: number[] = [];
    for (let count = 0; count < 5; count += 1)
      tries.push((await post(guessing.url, { code: '000000' }, guessing)).statusCode);
    expect(tries).toEqual([422, 422, 422, 422, 422]);
    at += 30_000;
    expect((await post(guessing.url, { code: codeAt(at) }, guessing)).statusCode).toBe(429);
  });
});

describe('the demonstration', () => {
  it('offers its officials by district, each with a key', async () => {
    const { url, cookie } = await begin();
    const { body } = await web.inject({ url, headers: { cookie } });
    expect(body).toContain('<button name="login" value="executor" data-key="1">');
    expect(body.match(/<input [^>]* autofocus>/g)).toEqual([expect.stringContaining('id="login"')]);
    expect(body).not.toContain('value="head"');
  });
});
