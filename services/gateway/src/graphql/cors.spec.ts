import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { allowOrigins } from './cors.js';

const FRONT = 'https://front.example';
const server = fastify();
beforeAll(async () => {
  await server.register(async (scope) => {
    allowOrigins(scope, { '/files': 'POST', '/files/:id': 'GET' }, (origin) => origin === FRONT);
    await scope.register(async (inner) => {
      inner.post('/files', async () => 'kept');
      inner.get('/files/:id', async () => 'file');
      inner.get('/oidc', async () => 'page');
    });
  });
});
afterAll(() => server.close());

const headersOf = async (method: 'GET' | 'POST' | 'OPTIONS', url: string, origin: string) =>
  (await server.inject({ method, url, headers: { origin } })).headers;

it('lets a listed origin send, read and ask beforehand, with a token and never with cookies', async () => {
  for (const [method, url] of [
    ['POST', '/files'],
    ['GET', '/files/1?size=thumb'],
  ] as const) {
    const headers = await headersOf(method, url, FRONT);
    expect(headers).toMatchObject({ 'access-control-allow-origin': FRONT, vary: 'Origin' });
    expect(headers['access-control-expose-headers']).toContain('retry-after');
    const before = await headersOf('OPTIONS', url, FRONT);
    expect(before).toMatchObject({ 'access-control-allow-origin': FRONT, 'access-control-allow-methods': method });
    expect(before['access-control-allow-headers']).toContain('authorization');
    for (const given of [headers, before]) expect(given).not.toHaveProperty('access-control-allow-credentials');
  }
});

it('lets no other origin, and no page of another route', async () => {
  for (const origin of ['https://evil.example', 'null', `${FRONT}.evil.example`])
    for (const method of ['POST', 'OPTIONS'] as const)
      expect(await headersOf(method, '/files', origin)).not.toHaveProperty('access-control-allow-origin');
  expect(await headersOf('GET', '/oidc', FRONT)).not.toHaveProperty('access-control-allow-origin');
});
