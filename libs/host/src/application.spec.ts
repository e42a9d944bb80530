import { afterEach, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { createLogger } from '@otklik/observability';
import { startApplication, type RunningApplication } from './application.js';

@Module({})
class Empty {}

let running: RunningApplication | undefined;
afterEach(() => running?.close());

async function start(
  waiting: string[],
  work: () => Promise<void> = () => Promise.resolve(),
  publishing: readonly string[] = [],
): Promise<string> {
  running = await startApplication({
    module: { module: Empty },
    logger: createLogger({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    waitingFor: async () => waiting,
    parts: { publishing: async () => publishing },
    routes: [
      (fastify) => {
        fastify.get('/slow', async () => {
          await work();
          return 'done';
        });
        fastify.post('/body', async () => 'done');
      },
    ],
    graceMs: 300,
    dataRate: { idleMs: 100, graceMs: 10_000, bytesPerSecond: 1, checkEveryMs: 10 },
  });
  return running.url;
}

it('serves liveness, readiness and metrics', async () => {
  const waiting = ['database'];
  const url = await start(waiting);
  const live = await fetch(`${url}/health/live`);
  expect([live.status, live.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
  const notYet = await fetch(`${url}/health/ready`);
  expect([notYet.status, await notYet.json()]).toEqual([503, { status: 'waiting', waiting: ['database'] }]);
  waiting.pop();
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/otklik_http_seconds_count.*health/);
});

it('names a failing part and stays ready; the part alone is not', async () => {
  const failing: string[] = [];
  const url = await start([], undefined, failing);
  const asked = async (path: string) => {
    const answer = await fetch(`${url}/health/ready${path}`);
    return [answer.status, await answer.json()];
  };
  expect(await asked('/publishing')).toEqual([200, { status: 'ready', waiting: [] }]);
  failing.push('intake: 1 key(s)');
  expect(await asked('')).toEqual([200, { status: 'ready', waiting: [], parts: { publishing: failing } }]);
  expect(await asked('/publishing')).toEqual([503, { status: 'waiting', waiting: failing }]);
});

it('waits for a body by its pace, and for a head by the clock', async () => {
  const url = await start([]);
  const { server } = running!.fastify;
  expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 0]);
  expect(server).toMatchObject({ connectionsCheckingInterval: 5_000 });
  const stops = new ReadableStream({ start: (body) => body.enqueue(Buffer.from('{')) });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/body`, { method: 'POST', headers, body: stops, duplex: 'half' });
  expect(answer.status).toBe(408);
});

it('refuses /metrics on a non-loopback address without a token', async () => {
  const open = (host: string, metricsToken?: string, publicUrl?: string) =>
    startApplication({
      module: { module: Empty },
      logger: createLogger({ level: 'silent' }),
      host,
      port: 0,
      metricsToken,
      publicUrl,
      waitingFor: async () => [],
    });
  const status = async (authorization?: string) => {
    const url = running!.url.replace('0.0.0.0', '127.0.0.1');
    return (await fetch(`${url}/metrics`, { headers: authorization ? { authorization } : {} })).status;
  };
  // A proxy on this machine passes on what everybody asks for.
  running = await open('127.0.0.1', undefined, 'https://otklik.example');
  expect(await status()).toBe(401);
  const { headers } = await fetch(`${running.url}/health/live`);
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  await running.close();
  running = await open('127.0.0.1');
  const asked = async (more: Record<string, string>) => {
    const { statusCode } = await running!.fastify.inject({ url: '/metrics', headers: { host: '127.0.0.1', ...more } });
    return statusCode;
  };
  expect([await status(), await asked({}), await asked({ host: '[::1]:4000' })]).toEqual([200, 200, 200]);
  for (const passedOn of [
    { 'x-forwarded-for': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
    { host: 'otklik.example' },
  ])
    expect([passedOn, await asked(passedOn)]).toEqual([passedOn, 401]);
  await running.close();
  running = await open('0.0.0.0');
  expect([await status(), await status('Bearer undefined')]).toEqual([401, 401]);
  await running.close();
  for (const host of ['0.0.0.0', '127.0.0.1']) {
    running = await open(host, 'a token');
    expect([await status(), await status('Bearer another'), await status('Bearer a token')]).toEqual([401, 401, 200]);
    await running.close();
  }
});

it('finishes pending requests before it ends', async () => {
  let finish = (): void => undefined;
  const taken = Promise.withResolvers<void>();
  const url = await start([], () => {
    taken.resolve();
    return new Promise<void>((resolve) => void (finish = resolve));
  });
  const answer = fetch(`${url}/slow`);
  await taken.promise;
  const closed = running?.close();
  finish();
  const { headers } = await answer;
  expect(await (await answer).text()).toBe('done');
  // A keep-alive connection would delay the shutdown until its timeout.
  expect(headers.get('connection')).toBe('close');
  await closed;
  await expect(fetch(`${url}/health/live`)).rejects.toThrow();
});

it('cuts off requests that do not end in time', async () => {
  const taken = Promise.withResolvers<void>();
  const url = await start([], () => {
    taken.resolve();
    return new Promise(() => undefined);
  });
  const answer = fetch(`${url}/slow`).catch(() => 'cut off');
  await taken.promise;
  await running?.close();
  expect(await answer).toBe('cut off');
});
