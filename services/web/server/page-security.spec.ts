import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { webRoutes } from './web.module.js';
import fastify from 'fastify';

const server = fastify();
beforeAll(async () => {
  await server.register(async (scope) => webRoutes(scope));
});
afterAll(() => server.close());

// `nx build @otklik/web` makes the pages; `npm test` builds everything first.
it.each(['/desk', '/desk/aldan', '/analysis'])(
  '%s runs no inline script and is in no frame of another site',
  async (url) => {
    const { statusCode, headers, body } = await server.inject({ url });
    expect(statusCode).toBe(200);
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(expect.arrayContaining([`default-src 'none'`, `script-src 'self'`, `style-src 'self'`]));
    expect(policy).toEqual(expect.arrayContaining([`frame-ancestors 'none'`, `base-uri 'none'`, `form-action 'self'`]));
    expect(headers['x-content-type-options']).toBe('nosniff');
    // What the page itself is made of works under the policy.
    expect(body).not.toMatch(/<script(?! type="module" crossorigin src=")| on[a-z]+="| style="/);
  },
);

it('files of the build are what they say', async () => {
  const { body } = await server.inject({ url: '/desk' });
  const [, script] = /src="(\/desk\/assets\/[^"]+\.js)"/.exec(body) ?? [];
  const { headers } = await server.inject({ url: script! });
  expect(headers['content-type']).toMatch(/^(application|text)\/javascript/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

it('a page knows where documents are not scanned for viruses', async () => {
  const scanning = fastify();
  await scanning.register(async (scope) => webRoutes(scope, { scansFiles: true }));
  const url = '/desk/aldan';
  expect((await server.inject({ url })).body).toContain('data-files="not-scanned"');
  expect((await scanning.inject({ url })).body).not.toContain('data-files');
  await scanning.close();
});
