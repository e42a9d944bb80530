import { expect, it } from '@jest/globals';
import 'reflect-metadata';
import { X509Certificate } from '@peculiar/x509';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thumbprintOf } from './certificate.js';
import { checkSignature } from './check-signature.js';
import { ownKey } from './own-key.js';

const secret = Buffer.alloc(32, 7);
const bytes = Buffer.from('a letter');
const at = new Date('2026-12-01T10:00:00Z');
const key = ownKey(secret, 'aldan', 2026);

it('is the same for a district and a year, wherever its secret is, and another one each year', () => {
  const hex = (one: { certificate: Uint8Array }) => Buffer.from(one.certificate).toString('hex');
  expect(hex(ownKey(Buffer.from(secret), 'aldan', 2026))).toBe(hex(key));
  const others = [
    ownKey(secret, 'aldan', 2027),
    ownKey(secret, 'lensk', 2026),
    ownKey(Buffer.alloc(32, 8), 'aldan', 2026),
  ];
  expect(new Set([key, ...others].map(hex)).size).toBe(4);
});

it('signs what a known certificate covers, and says whose it is', async () => {
  const known = [key.certificate];
  expect(await checkSignature(bytes, key.sign(bytes, at), { at, known })).toEqual({
    verdict: 'INTACT',
    algorithm: 'ECDSA',
    signedAt: at.toISOString(),
    certificate: {
      owner: 'Otklik aldan 2026',
      organisation: 'Otklik aldan',
      issuer: 'Otklik aldan 2026',
      number: expect.stringMatching(/^[4-7][0-9a-f]{31}$/) as unknown,
      thumbprint: await thumbprintOf(key.certificate),
      from: '2025-12-31T00:00:00.000Z',
      until: '2027-02-01T00:00:00.000Z',
    },
  });
  expect(await checkSignature(Buffer.from('a lettes'), key.sign(bytes, at), { at, known })).toMatchObject({
    verdict: 'BROKEN',
  });
  expect(await checkSignature(bytes, ownKey(secret, 'lensk', 2026).sign(bytes, at), { at, known })).toMatchObject({
    verdict: 'UNKNOWN_CHAIN',
  });
});

it('has a certificate that another library reads and finds signed by itself', async () => {
  const certificate = new X509Certificate(Uint8Array.from(key.certificate));
  expect(certificate.subject).toBe('CN=Otklik aldan 2026+O=Otklik aldan');
  expect(await certificate.verify({ date: at })).toBe(true);
});

it('is what OpenSSL calls CAdES', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-cades-'));
  try {
    const file = (name: string, content: Uint8Array): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const given = ['-in', file('sig', key.sign(bytes, at)), '-content', file('letter', bytes)];
    const trusted = [
      '-CAfile',
      pem(folder, file('der', key.certificate)),
      '-purpose',
      'any',
      '-attime',
      `${at.getTime() / 1_000}`,
    ];
    const verify = () =>
      execFileSync('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', ...given, ...trusted]);
    expect(verify().toString()).toBe('a letter');
    file('letter', Buffer.from('a lettes'));
    expect(verify).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function pem(folder: string, der: string): string {
  const out = join(folder, 'pem');
  execFileSync('openssl', ['x509', '-inform', 'DER', '-in', der, '-out', out]);
  return out;
}

it('takes no other certificate with the same key and number for the one that was signed with', async () => {
  const forged = Buffer.from(key.sign(bytes, at));
  // The certificate names its issuer, then its owner.
  const owner = forged.indexOf('Otklik aldan 2026', forged.indexOf('Otklik aldan 2026') + 1);
  forged.write('Otklik lensk 2026', owner);
  expect(await checkSignature(bytes, forged, { at })).toMatchObject({ verdict: 'BROKEN', fault: 'CHANGED' });
});
