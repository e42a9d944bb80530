import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { checkSignature, type CheckedSignature } from './check-signature.js';

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`samples/${name}`, import.meta.url)));
const letter = sample('letter.txt');
const at = new Date('2027-06-01T00:00:00Z');
const check = (signature: Uint8Array, bytes = letter): Promise<CheckedSignature> =>
  checkSignature(bytes, signature, { at });
const changed = (bytes: Uint8Array, where: number): Uint8Array =>
  bytes.map((byte, index) => (index === where ? byte ^ 1 : byte));

const GOST = [
  ...['gost256-tc26-a', 'gost256-cryptopro-a', 'gost256-cryptopro-xcha', 'gost256-cryptopro-b', 'gost256-cryptopro-c'],
  ...['gost512-tc26-a', 'gost512-tc26-b', 'gost512-tc26-c'],
];
const OPENSSL = [
  'rsa',
  'rsa-sha512',
  'rsa-pss',
  'rsa-without-attributes',
  'ecdsa-p256',
  'ecdsa-p384',
  'ecdsa-with-content',
];

it.each([...GOST, ...OPENSSL])('%s covers its letter and no other', async (name) => {
  expect(await check(sample(`${name}.sig`))).toMatchObject({
    verdict: 'UNKNOWN_CHAIN',
    certificate: { owner: 'Петрова Мария Ивановна', organisation: 'Администрация', number: '1234' },
  });
  for (const where of [0, letter.length - 1])
    expect(await check(sample(`${name}.sig`), changed(letter, where))).toMatchObject({
      verdict: 'BROKEN',
      fault: 'OTHER_BYTES',
    });
});

it('covers no letter with one byte more, less, or moved to its end', async () => {
  for (const bytes of [
    letter.slice(1),
    letter.slice(0, -1),
    Uint8Array.of(...letter, 10),
    Uint8Array.of(),
    letter.toReversed(),
  ])
    expect(await check(sample('gost256-tc26-a.sig'), bytes)).toMatchObject({ verdict: 'BROKEN', fault: 'OTHER_BYTES' });
});

it('asks for the signature over the attributes, too: each changed byte of a signature is seen', async () => {
  for (const name of ['gost256-tc26-a', 'gost512-tc26-c', 'rsa', 'ecdsa-p256']) {
    const signature = sample(`${name}.sig`);
    const last = await check(changed(signature, signature.length - 20));
    expect(last).toMatchObject({ verdict: 'BROKEN', fault: 'CHANGED' });
  }
});

it('takes no key of another curve for the signer’s', async () => {
  const signature = Buffer.from(sample('gost256-tc26-a.sig'));
  const curves = {
    a: Buffer.from('06092a850307010201 0101'.replace(' ', ''), 'hex'),
    b: Buffer.from('06092a8503070102010102', 'hex'),
  };
  const at = signature.indexOf(curves.a);
  expect(at).toBeGreaterThan(0);
  curves.b.copy(signature, at);
  expect(await check(signature)).toMatchObject({ verdict: 'BROKEN', fault: 'CHANGED' });
});

it('says nothing of an algorithm that it cannot compute', async () => {
  expect(await check(sample('secp256k1.sig'))).toMatchObject({ verdict: 'NOT_CHECKED', fault: 'ALGORITHM' });
});

it('looks at the term of the certificate, at the moment that is asked for', async () => {
  const signature = sample('gost256-cryptopro-a.sig');
  expect(await checkSignature(letter, signature, { at: new Date('2025-05-31') })).toMatchObject({ verdict: 'EXPIRED' });
  expect(await checkSignature(letter, signature, { at: new Date('2030-06-02') })).toMatchObject({ verdict: 'EXPIRED' });
});

it('reads base64 and PEM, as crypto programs write them', async () => {
  const base64 = Buffer.from(sample('gost256-tc26-a.sig')).toString('base64').replaceAll(/.{64}/g, '$&\r\n');
  for (const text of [base64, `-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n`])
    expect(await check(new TextEncoder().encode(text))).toMatchObject({ verdict: 'UNKNOWN_CHAIN' });
});

it('answers whatever it is given, and soon', async () => {
  const nested = Uint8Array.from({ length: 200_000 }, (_, index) => (index % 2 === 0 ? 0x30 : 0x80));
  const long = Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 1);
  const rubbish = [new Uint8Array(), Uint8Array.of(0x30), long, nested, new Uint8Array(3_000_000).fill(0x30), letter];
  for (const bytes of rubbish) expect(await check(bytes)).toEqual({ verdict: 'BROKEN', fault: 'NO_SIGNATURE' });
});

it('never takes a signature that was changed anywhere for another’s, nor throws', async () => {
  for (const name of ['gost256-tc26-a', 'rsa', 'ecdsa-p256', 'rsa-pss']) {
    const signature = sample(`${name}.sig`);
    for (let where = 0; where < signature.length; where += 61) {
      const { verdict, certificate } = await check(changed(signature, where));
      if (verdict === 'UNKNOWN_CHAIN') expect(certificate?.owner).toBeDefined();
      expect(verdict).not.toBe('INTACT');
    }
  }
}, 60_000);
