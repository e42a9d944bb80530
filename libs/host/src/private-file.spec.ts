import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { contentDisposition, sendPrivately, type PrivateFile } from './private-file.js';

it('names a file in ASCII, and as it is beside', () => {
  expect(contentDisposition('inline', 'id.jpg', "Лист '1'.jpg")).toBe(
    'inline; filename="id.jpg"; filename*=UTF-8\'\'%D0%9B%D0%B8%D1%81%D1%82%20%271%27.jpg',
  );
  expect(contentDisposition('attachment', 'id.pdf')).toBe('attachment; filename="id.pdf"');
});

async function headersOf(more: Partial<PrivateFile>) {
  const app = fastify();
  app.get('/', (_, reply) => sendPrivately(reply, { type: 'application/pdf', bytes: Buffer.from('%PDF'), ...more }));
  const { headers, payload } = await app.inject('/');
  await app.close();
  return { ...headers, payload };
}

it('sends a file that no cache keeps, no other site shows, and no script of it can run', async () => {
  expect(await headersOf({ disposition: 'attachment; filename="a.pdf"' })).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="a.pdf"',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
    payload: '%PDF',
  });
});

it('lets the browser’s own viewer show what is made here, with all else as it is', async () => {
  const headers = await headersOf({ isViewed: true });
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
  expect(headers).not.toHaveProperty('content-security-policy');
  expect(headers).not.toHaveProperty('content-disposition');
});
