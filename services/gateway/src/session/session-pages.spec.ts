import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Overloaded, Unavailable } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { fastify, type FastifyInstance } from 'fastify';
import { SignInRejected } from './sign-in-provider.js';
import { SealedCookie } from './sealed-cookie.js';
import { attemptCookie, attemptOf, formOf, isOtherName, preparePages, say } from './session-pages.js';

let server: FastifyInstance;
const errors: Readonly<Record<string, Error>> = {
  overloaded: new Overloaded(),
  database: Object.assign(new Error('sorry, too many clients already'), { code: '53300' }),
  absent: new Fault('NOT_FOUND'),
  defect: new Error('a secret of ours'),
  rejected: new SignInRejected('state'),
  unavailable: new Unavailable('the provider'),
};
const attempts = new SealedCookie(Buffer.alloc(32, 1), new URL('https://otklik.example'));
const lines: Record<string, unknown>[] = [];
const line = (message: string, fields?: object): void => void lines.push({ message, ...fields });
const logger = { debug: line, info: line, warn: line, error: line };

beforeAll(async () => {
  server = fastify();
  const own = new URL('http://127.0.0.1:4000');
  const origins = { own, allowed: [] };
  preparePages(server, { origins, logger });
  server.get<{ Params: { error: string } }>('/:error', ({ params }) => {
    throw errors[params.error];
  });
  server.get('/said/no-roles', (request, reply) => say(request, reply, 'NO_ROLES'));
  server.get('/said/not-configured', (request, reply) => say(request, reply, 'NOT_CONFIGURED'));
  server.get('/said/signed-out', (request, reply) => say(request, reply, 'SIGNED_OUT'));
  server.get('/attempt', (request) => attemptOf(request, attempts) ?? {});
  server.get('/other-name', (request) => ({
    isOther: isOtherName(request, origins),
    overHttps: isOtherName(request, { ...origins, own: new URL('https://127.0.0.1:4000') }),
  }));
  server.route({
    method: ['GET', 'POST'],
    url: '/form',
    handler: (request) => ({ login: formOf(request).get('login') }),
  });
  await server.register(async (scope) => {
    preparePages(scope, { origins, logger, again: '/lost' });
    scope.get('/again/rejected', () => {
      throw errors['rejected'];
    });
  });
});
afterAll(() => server.close());

describe('what fails on the way in or out', () => {
  it.each([
    ['overloaded', 503, 'слишком много запросов'],
    ['database', 503, 'Попробуйте через минуту'],
    ['absent', 404, 'Не найдено'],
    ['defect', 500, ''],
    ['rejected', 400, 'Вход не завершён'],
    ['unavailable', 503, 'Сейчас войти нельзя'],
  ])('is a page with a sentence, and the way to begin again: %s', async (error, status, words) => {
    const answer = await server.inject({ url: `/${error}`, headers: { 'accept-language': 'ru' } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain('href="/session/sign-in"');
    expect(answer.body).not.toMatch(/extensions|a secret of ours|too many clients/);
  });

  it('begins again where the pages say', async () => {
    expect((await server.inject('/again/rejected')).body).toContain('href="/lost"');
  });

  it('is on the log with the error that is not on the page', async () => {
    lines.length = 0;
    for (const url of ['/rejected', '/unavailable']) await server.inject(url);
    expect(lines).toEqual([
      expect.objectContaining({ message: 'a sign-in was rejected', error: errors['rejected'] }),
      expect.objectContaining({ message: 'the OIDC provider does not answer', error: errors['unavailable'] }),
    ]);
  });
});

describe('a page of the sign-in', () => {
  it.each([
    ['no-roles', 403],
    ['not-configured', 404],
    ['signed-out', 200],
  ])('says %s with the status %i', async (page, status) => {
    expect((await server.inject(`/said/${page}`)).statusCode).toBe(status);
  });

  it('is never stored, framed, or taken for something else', async () => {
    const { headers } = await server.inject('/said/no-roles');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
  });

  it('knows the name of this machine that is not its own, unless it is over https', async () => {
    const told = async (host: string) => (await server.inject({ url: '/other-name', headers: { host } })).json();
    const named = { isOther: true, overHttps: false };
    for (const host of ['localhost:4000', 'localhost', '[::1]:4000']) expect(await told(host)).toEqual(named);
    for (const host of ['127.0.0.1:4000', 'otklik.example'])
      expect(await told(host)).toEqual({ isOther: false, overHttps: false });
  });

  it('reads the sign-in that the browser began from its cookie, or none', async () => {
    const attempt = { state: 's', nonce: 'n', verifier: 'v', to: '/' };
    const cookie = attemptCookie(attempts, attempt).split(';')[0]!;
    expect((await server.inject({ url: '/attempt', headers: { cookie } })).json()).toEqual(attempt);
    expect((await server.inject('/attempt')).json()).toEqual({});
  });

  it('takes no sign-in that began more than half an hour ago', async () => {
    const begunAt = Date.now() - 30 * 60_000;
    const old = attempts.set(JSON.stringify({ state: 's', begunAt })).split(';')[0]!;
    expect((await server.inject({ url: '/attempt', headers: { cookie: old } })).json()).toEqual({});
  });
});

describe('a form', () => {
  const type = 'application/x-www-form-urlencoded';
  const post = (payload: string, headers: Record<string, string> = {}) =>
    server.inject({
      method: 'POST',
      url: '/form',
      payload,
      headers: { 'content-type': type, origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000', ...headers },
    });

  it('is read as a form alone, and is empty where there is none', async () => {
    expect((await post('login=head')).json()).toEqual({ login: 'head' });
    expect((await server.inject('/form')).json()).toEqual({ login: null });
    expect((await post('{"login":"head"}', { 'content-type': 'application/json' })).statusCode).not.toBe(200);
  });

  it('is of our own origin', async () => {
    expect((await post('login=head', { origin: 'https://evil.example' })).statusCode).toBe(403);
  });

  it('is up to 16 KiB long', async () => {
    const [most, more] = [16 * 1024, 16 * 1024 + 1].map((length) => `login=${'a'.repeat(length - 6)}`);
    expect([(await post(most!)).statusCode, (await post(more!)).statusCode]).toEqual([200, 413]);
  });
});
