import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { askPeer, peersOf } from './peers.js';
import { expiredCertificate } from './expired-certificate.fixture.js';

const HOUR_S = 3_600;
let server: Server;
let port: number;
beforeAll(async () => {
  server = createServer(expiredCertificate, (_, reply) => {
    reply.setHeader('date', new Date(Date.now() - HOUR_S * 1_000).toUTCString()).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());

it('names the servers with TLS of the variables, and no others', () => {
  const found = peersOf({
    OTKLIK_PUBLIC_URL: 'https://otklik.example',
    OTKLIK_ISSUER: 'http://127.0.0.1:8080',
    SMTP_URL: 'smtps://user:secret@mail.example',
    FILES_URL: 'not an address',
    DATABASE_URL: 'https://none.example',
  });
  expect(found.map(({ name, url }) => [name, url.hostname])).toEqual([
    ['public', 'otklik.example'],
    ['mail', 'mail.example'],
  ]);
});

it('reads when a certificate ended, and how far the clocks are apart', async () => {
  const { certificateUntil, aheadSeconds } = await askPeer({
    name: 'issuer',
    url: new URL(`https://127.0.0.1:${port}`),
  });
  expect(certificateUntil).toBe(Date.parse('2001-01-02T00:00:00Z'));
  expect(Math.abs(aheadSeconds! - HOUR_S)).toBeLessThan(60);
});

it('reads the certificate of a mail server, and sends it nothing', async () => {
  let heard = 0;
  const mail = createTls(expiredCertificate, (socket) => socket.on('data', ({ length }) => void (heard += length)));
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));
  const url = new URL(`smtps://user:secret@127.0.0.1:${(mail.address() as AddressInfo).port}`);
  expect((await askPeer({ name: 'mail', url })).certificateUntil).toBe(Date.parse('2001-01-02T00:00:00Z'));
  mail.close();
  expect(heard).toBe(0);
});

it('answers nothing for a server that is away', async () => {
  expect(await askPeer({ name: 'issuer', url: new URL('https://127.0.0.1:1') })).toEqual({});
  expect(await askPeer({ name: 'mail', url: new URL('smtps://127.0.0.1:1') })).toEqual({});
});
