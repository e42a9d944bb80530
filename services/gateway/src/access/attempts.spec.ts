import { compact } from '@otklik/kernel';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { anyone, memoryDirectory, type Actor } from '@otklik/tenancy';
import type { Fault } from '@otklik/host/graphql';
import { district } from '../testing/small-gateway.js';
import { limitAttempts, openAttemptLimiter, type AttemptLimits } from './attempts.js';
import { openProofs, type Challenge } from './proofs.js';

const directory = memoryDirectory([district(1, 'aldan', {}), district(2, 'kuol', {})]);
const none: AttemptLimits = { perAddress: 0, perDistrict: 0, codeTries: 0, linkTries: 0 };

let limit: ReturnType<typeof limitAttempts>;
const limitTo = (limits: Partial<AttemptLimits>) =>
  void (limit = limitAttempts(openAttemptLimiter({ ...none, ...limits }, openProofs(Buffer.alloc(32, 3))), directory));
beforeEach(() => limitTo({}));

interface Asked {
  readonly code?: string;
  readonly address?: string;
  readonly proof?: string;
  readonly actor?: Actor;
}

/** `RATE_LIMITED` with the challenge that is asked, if one is. */
async function send({ code = 'aldan', address = '192.0.2.1', proof, actor = anyone }: Asked): Promise<unknown> {
  const args = { input: code === '' ? {} : { district: code } };
  const sender = compact({ actor, address, proof });
  return limit({ field: 'submitAppeal', args, sender }, async () => 'sent').catch((fault: Fault) => fault);
}

const challenge = (answer: unknown): Challenge | undefined => {
  expect(answer).toMatchObject({ code: 'RATE_LIMITED' });
  return (answer as Fault).remedy['challenge'] as Challenge | undefined;
};
const sumOf = ({ token, sum: [one, other] }: Challenge): string => `${token}.sum.${one + other}`;

it('sets a challenge beyond the limit of an address in a district, and leaves the other district as it is', async () => {
  limitTo({ perAddress: 2 });
  expect([await send({}), await send({})]).toEqual(['sent', 'sent']);
  const asked = challenge(await send({}));
  expect(await send({ code: 'kuol' })).toBe('sent');
  expect(await send({ address: '198.51.100.7' })).toBe('sent');
  expect(await send({ proof: sumOf(asked!) })).toBe('sent');
  expect(challenge(await send({ proof: sumOf(asked!) }))).toBeDefined();
});

it('limits the operations with a challenge, too', async () => {
  limitTo({ perAddress: 2 });
  await send({});
  await send({});
  const answers: unknown[] = [];
  for (let tries = 0; tries < 3; tries += 1) answers.push(await send({ proof: sumOf(challenge(await send({}))!) }));
  expect(answers.slice(0, 2)).toEqual(['sent', 'sent']);
  expect(challenge(answers[2])).toBeUndefined();
});

it('sets a challenge beyond the limit of all addresses of a district, and no one in another', async () => {
  limitTo({ perDistrict: 3 });
  for (let at = 0; at < 3; at += 1) expect(await send({ address: `192.0.2.${at}` })).toBe('sent');
  const asked = challenge(await send({ address: '192.0.2.9' }));
  expect(await send({ address: '192.0.2.9', proof: sumOf(asked!) })).toBe('sent');
  expect(await send({ code: 'kuol', address: '192.0.2.9' })).toBe('sent');
});

it('lets one address take no more of the limit of a district than its own', async () => {
  limitTo({ perAddress: 2, perDistrict: 4 });
  for (let tries = 0; tries < 20; tries += 1) await send({});
  expect([await send({ address: '192.0.2.8' }), await send({ address: '192.0.2.9' })]).toEqual(['sent', 'sent']);
});

it('gives no new limit for a district that does not exist', async () => {
  limitTo({ perAddress: 1 });
  expect(await send({ code: 'one' })).toBe('sent');
  expect(challenge(await send({ code: 'other' }))).toBeDefined();
  // Nor for none, and it takes nothing from a district that does.
  expect(challenge(await send({ code: '' }))).toBeDefined();
  expect(await send({})).toBe('sent');
});

it('counts residents by their appeal, not by an address that a village shares', async () => {
  limitTo({ perAddress: 1 });
  const resident = (appeal: string): Actor => ({ kind: 'resident', district: 1, appeal, person: 'a person' });
  expect([await send({}), await send({ code: '', actor: resident('one') })]).toEqual(['sent', 'sent']);
  expect(await send({ code: '', actor: resident('other') })).toBe('sent');
  expect(challenge(await send({ code: '', actor: resident('one') }))).toBeUndefined();
  // What names a district runs as anyone's.
  expect(challenge(await send({ actor: resident('third') }))).toBeDefined();
});

it.each(['requestFollowUpLink', 'subscribeToAnswers', 'bookReception'])(
  'limits %s by the sender’s network, whatever it is about',
  async (sending) => {
    limitTo({ linkTries: 2 });
    const ask = (number: string, address: string, field = sending) =>
      limit(
        { field, args: { input: { district: 'aldan', number } }, sender: { actor: anyone, address } },
        async () => 1,
      );
    expect([await ask('1', '192.0.2.1'), await ask('2', '192.0.2.1')]).toEqual([1, 1]);
    await expect(ask('3', '192.0.2.1')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await ask('3', '198.51.100.7')).toBe(1);
    expect(await ask('3', '192.0.2.1', 'districts')).toBe(1);
  },
);

it('counts wrong codes by the number and the sender’s network, however the number is typed', async () => {
  limitTo({ codeTries: 2 });
  const attempt = (number: string, address = '192.0.2.1', failed = true) =>
    limit(
      { field: 'openAppeal', args: { district: 'aldan', number }, sender: { actor: anyone, address } },
      async () => ({ failed }),
    );
  // A stranger: Latin, then Cyrillic letters of the same shape in small type, without the dash.
  await attempt('7KMA9-2CXPA');
  await attempt(' 7кма9 2схра');
  await expect(attempt('7KMА9–2СXPA')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await expect(attempt('7KMA8-2CXPA')).resolves.toEqual({ failed: true });
  // In one process the service throws what another process answers.
  const thrown = () =>
    limit({ field: 'openAppeal', args: { district: 'aldan', number: '7KMA7-2CXPA' }, sender: { actor: anyone } }, () =>
      Promise.reject(new Error('CODE_WRONG')),
    ).catch((error: Error & { readonly code?: string }) => error.code ?? error.message);
  expect([await thrown(), await thrown(), await thrown()]).toEqual(['CODE_WRONG', 'CODE_WRONG', 'RATE_LIMITED']);
  // The owner, who mistypes the code once, and the right code, also from the stranger's own network.
  await expect(attempt('7KMA9-2CXPA', '198.51.100.7')).resolves.toEqual({ failed: true });
  await expect(attempt('7KMA9-2CXPA', '198.51.100.7', false)).resolves.toEqual({ failed: false });
  await expect(attempt('7KMA9-2CXPA', '192.0.2.1', false)).resolves.toEqual({ failed: false });
});

it('takes ten times as many operations with work as without, for work costs a program time', async () => {
  limitTo({ perAddress: 1 });
  const worked = ({ token, zeroBits }: Challenge): string => {
    for (let n = 0; ; n += 1) {
      const digest = createHash('sha256').update(`${token}.${n}`).digest();
      if (Math.clz32(digest.readUInt32BE(0)) >= zeroBits) return `${token}.work.${n}`;
    }
  };
  await send({});
  for (let tries = 0; tries < 10; tries += 1)
    expect(await send({ proof: worked(challenge(await send({}))!) })).toBe('sent');
  expect(challenge(await send({ proof: worked(challenge(await send({}))!) }))).toBeUndefined();
});

it('counts nothing that the process itself does, and nothing where the operator sets no limit', async () => {
  limitTo({ perAddress: 1, linkTries: 1, codeTries: 1 });
  const own = (field: string) =>
    limit({ field, args: { input: { district: 'aldan' } }, sender: { actor: anyone } }, async () => 'done');
  for (let tries = 0; tries < 3; tries += 1) expect(await own('requestFollowUpLink')).toBe('done');
  limitTo({});
  for (let tries = 0; tries < 300; tries += 1) expect(await send({})).toBe('sent');
});

describe('as time passes', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('an address and a district have their operations back after a minute', async () => {
    limitTo({ perAddress: 1, perDistrict: 2 });
    expect(await send({})).toBe('sent');
    jest.advanceTimersByTime(59_000);
    expect(challenge(await send({}))).toBeDefined();
    jest.advanceTimersByTime(1_000);
    expect(await send({})).toBe('sent');
    expect(await send({ address: '192.0.2.8' })).toBe('sent');
    expect(challenge(await send({ address: '192.0.2.9' }))).toBeDefined();
    jest.advanceTimersByTime(60_000);
    expect(await send({ address: '192.0.2.9' })).toBe('sent');
  });

  it('codes may be tried and links asked for again after a quarter of an hour, and not before', async () => {
    limitTo({ codeTries: 1, linkTries: 1 });
    const ask = (field: string) =>
      limit(
        { field, args: { district: 'aldan', number: '7KMA9-2CXPA' }, sender: { actor: anyone, address: '192.0.2.1' } },
        async () => ({ failed: true }),
      );
    for (const field of ['openAppeal', 'requestFollowUpLink']) await ask(field);
    for (const [wait, isRefused] of [
      [14 * 60_000, true],
      [60_000, false],
    ] as const) {
      jest.advanceTimersByTime(wait);
      for (const field of ['openAppeal', 'requestFollowUpLink']) {
        const answer = ask(field);
        if (isRefused) await expect(answer).rejects.toMatchObject({ code: 'RATE_LIMITED' });
        else await expect(answer).resolves.toEqual({ failed: true });
      }
    }
  });
});
