import { expect, it, jest } from '@jest/globals';
import { anyone, memoryDirectory, type Actor } from '@otklik/tenancy';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { actorReader, actorSigner } from './actor-token.js';

const official: Actor = { kind: 'official', id: 'o', login: 'ivanov', name: 'Иванов', assignments: [] };
const directory = { ...memoryDirectory([]), official: (login: string) => (login === 'ivanov' ? official : undefined) };

async function keys(): Promise<{ key: JWK; keys: { keys: JWK[] } }> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { key: await exportJWK(privateKey), keys: { keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] } };
}

it.each<[string, Actor]>([
  ['an official, whose rights are the directory’s', official],
  ['a resident', { kind: 'resident', district: 1, appeal: 'a', person: 'p' }],
  ['anyone', anyone],
  [
    'one whom an issuer vouches for',
    { kind: 'anyone', identified: { subject: 'https://esia.example 1', name: 'Айта Петрова' } },
  ],
])('round-trips %s', async (_, actor) => {
  const { key, keys: known } = await keys();
  const sign = await actorSigner(key);
  const token = await sign('intake', { actor, expiresAt: Date.now() + 5_000 });
  const read = actorReader('intake', known, directory);
  for (const _call of [1, 2]) expect(await read(`Bearer ${token}`)).toMatchObject({ actor });
});

it('signs once for the same caller, and expires no later than the caller’s own token', async () => {
  const sign = await actorSigner((await keys()).key);
  expect(await sign('intake', { actor: anyone })).toBe(await sign('intake', { actor: anyone }));
  expect(await sign('intake', { actor: anyone })).not.toBe(await sign('search', { actor: anyone }));
  const expiresAt = Date.now() + 5_000;
  const [, body] = (await sign('intake', { actor: official, expiresAt })).split('.');
  const { exp, iat } = JSON.parse(Buffer.from(body!, 'base64url').toString()) as { exp: number; iat: number };
  expect(exp).toBe(Math.ceil(expiresAt / 1000));
  expect(exp - iat).toBeLessThanOrEqual(120);
});

it('lets a token outlive the arrival of a slow body, where its reader expects that', async () => {
  const { key, keys: known } = await keys();
  const sign = await actorSigner(key);
  const short = await sign('web', { actor: anyone });
  const long = await sign('web', { actor: anyone }, 600_000);
  jest.useFakeTimers({ now: Date.now() + 650_000 });
  const read = actorReader('web', known, directory, 600_000);
  expect(await read(`Bearer ${long}`)).toEqual({ actor: anyone });
  await expect(read(`Bearer ${short}`)).rejects.toMatchObject({ name: 'Unauthenticated' });
  const ordinary = actorReader('web', known, directory);
  await expect(ordinary(`Bearer ${long}`)).rejects.toMatchObject({ name: 'Unauthenticated' });
  jest.useRealTimers();
});

it('rejects every other token', async () => {
  const [ours, other] = [await keys(), await keys()];
  const read = actorReader('intake', ours.keys, directory);
  const sign = await actorSigner(ours.key);
  const forged = await (await actorSigner(other.key))('intake', { actor: official });
  const now = Math.floor(Date.now() / 1000);
  const made = (claims: object, header: object = {}) =>
    new SignJWT({ actor: anyone, iss: 'otklik:gateway', aud: 'otklik:intake', iat: now, exp: now + 60, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'actor+jwt', ...header })
      .sign(privateKey);
  const privateKey = await import('jose').then(({ importJWK }) => importJWK(ours.key, 'EdDSA'));
  expect(await read(`Bearer ${await made({})}`)).toEqual({ actor: anyone });
  const bad = [
    undefined,
    'Bearer ',
    'Bearer a.b.c',
    `Bearer ${forged}`,
    `Bearer ${await sign('search', { actor: official })}`,
    `Bearer ${await made({ iss: 'somebody' })}`,
    `Bearer ${await made({ exp: now - 60, iat: now - 100 })}`,
    `Bearer ${await made({ iat: now - 3_600 })}`,
    `Bearer ${await made({}, { typ: 'at+jwt' })}`,
  ];
  for (const authorization of bad) await expect(read(authorization)).rejects.toMatchObject({ name: 'Unauthenticated' });
});

it('signs again when the clock of the edge was an hour ahead and is set right', async () => {
  const { key, keys: known } = await keys();
  const [sign, read] = [await actorSigner(key), actorReader('intake', known, directory)];
  const right = Date.now();
  jest.useFakeTimers({ now: right + 3_600_000 });
  const ahead = await sign('intake', { actor: anyone });
  expect(await read(`Bearer ${ahead}`)).toEqual({ actor: anyone });
  jest.setSystemTime(right);
  await expect(read(`Bearer ${ahead}`)).rejects.toMatchObject({ name: 'Unauthenticated' });
  expect(await read(`Bearer ${await sign('intake', { actor: anyone })}`)).toEqual({ actor: anyone });
  jest.useRealTimers();
});

it('rejects a verified token once it has expired', async () => {
  const { key, keys: known } = await keys();
  const read = actorReader('intake', known, directory);
  const token = await (await actorSigner(key))('intake', { actor: anyone });
  await read(`Bearer ${token}`);
  jest.useFakeTimers({ now: Date.now() + 140_000 });
  await expect(read(`Bearer ${token}`)).rejects.toMatchObject({ name: 'Unauthenticated' });
  jest.useRealTimers();
});
