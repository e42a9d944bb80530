import { expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { thumbprintOf } from './certificate.js';
import { checkSignature } from './check-signature.js';
import { ownKey } from './own-key.js';

const fileOf = (name: string): string => fileURLToPath(new URL(`samples/${name}`, import.meta.url));
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(fileOf(name)));
const letter = sample('letter.txt');
const at = new Date('2027-06-01T00:00:00Z');
const verdictOf = async (signature: string, known: readonly string[], when = at): Promise<string> =>
  (await checkSignature(letter, sample(signature), { at: when, known: known.map(sample) })).verdict;

it.each([
  ['the authority that issued the certificate', ['chain-authority.cer']],
  ['the root above that authority, whose certificate is in the signature', ['chain-root.cer']],
])('is INTACT where this is known: %s', async (_, known) => {
  expect(await verdictOf('chain.sig', known)).toBe('INTACT');
});

it('is UNKNOWN_CHAIN where no authority is known: those in the signature prove nothing by themselves', async () => {
  expect(await verdictOf('chain.sig', [])).toBe('UNKNOWN_CHAIN');
});

it('takes nothing that a person’s certificate issued: it is no authority', async () => {
  for (const known of ['chain-authority.cer', 'chain-root.cer'])
    expect(await verdictOf('chain-below-a-person.sig', [known])).toBe('UNKNOWN_CHAIN');
});

it('knows no authority of the same name with another key', async () => {
  const other = Uint8Array.from(ownKey(Buffer.alloc(32, 7), 'aldan', 2027).certificate);
  const signed = ownKey(Buffer.alloc(32, 8), 'aldan', 2027);
  const checked = await checkSignature(letter, signed.sign(letter, at), { at, known: [other] });
  expect(checked.verdict).toBe('UNKNOWN_CHAIN');
});

it('has a thumbprint that OpenSSL computes, too, and that a certificate with the same name does not share', async () => {
  const print = execFileSync('openssl', [
    'x509',
    '-in',
    fileOf('chain-root.cer'),
    '-inform',
    'DER',
    '-noout',
    '-fingerprint',
    '-sha256',
  ]);
  const expected = String(print).trim().replace(/^.*=/, '').replaceAll(':', '').toLowerCase();
  expect(await thumbprintOf(sample('chain-root.cer'))).toBe(expected);
  const [one, other] = [7, 8].map((fill) => ownKey(Buffer.alloc(32, fill), 'aldan', 2026).certificate);
  expect(await thumbprintOf(one!)).not.toBe(await thumbprintOf(other!));
});

it('names the thumbprint of the certificate that signed', async () => {
  const { certificate } = await checkSignature(letter, sample('chain.sig'), { at });
  expect(certificate).toMatchObject({ owner: 'Петрова Мария Ивановна', issuer: 'УЦ района' });
  expect(certificate?.thumbprint).toMatch(/^[0-9a-f]{64}$/);
});
