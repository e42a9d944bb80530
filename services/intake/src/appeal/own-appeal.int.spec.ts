import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@otklik/contracts/generated/graphql';
import { NotFound, readResidentToken, Unauthenticated, type PermittedContext } from '@otklik/host';
import { randomUUID } from 'node:crypto';
import { SubmissionResolver } from './adapters/graphql/submission.resolver.js';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

const PETROV = 'https://esia.example/ 1000571421';
const operator = { kind: 'system', id: 'operator' } as const;

/** One for whom an issuer vouches. */
const signedIn = (subject: string, district = 'aldan'): PermittedContext => ({
  ...world.anyone(district),
  actor: { kind: 'anyone', identified: { subject, name: 'Петров Айаал Иванович' } },
});
async function submitted(context: PermittedContext): Promise<Receipt> {
  const text = 'На улице Лесной третий день темно.';
  const input = { district: 'aldan', key: randomUUID(), text, consent: '2026-09-01' };
  return (await world.submission.submitAppeal(input, context)) as Receipt;
}
const open = async (appeal: string, context: PermittedContext) =>
  world.get(SubmissionResolver).openOwnAppeal(appeal, context);

describe('an own appeal', () => {
  it('is opened by who sent it, without its code, and no other', async () => {
    const { id } = await submitted(signedIn(PETROV));
    const opened = await open(id.toUpperCase(), signedIn(PETROV));
    const { token } = opened as { readonly token: string };
    const key = world.resources.secret('resident-token');
    expect(await readResidentToken(key, token, '2026-11-24T03:01:00.000Z')).toMatchObject({ district: 1, appeal: id });
  });

  it.each([
    ['another person', 'https://esia.example/ 1000571422'],
    ['the same number of another issuer', 'https://other.example/ 1000571421'],
    ['a longer number that begins alike', `${PETROV}0`],
  ])('is not there for %s', async (_, subject) => {
    const { id } = await submitted(signedIn(PETROV));
    await expect(open(id, signedIn(subject))).rejects.toThrow(NotFound);
    await expect(open(randomUUID(), signedIn(subject))).rejects.toThrow(NotFound);
  });

  it('is not there in another district, where the same person signed in', async () => {
    const { id } = await submitted(signedIn(PETROV));
    await expect(open(id, signedIn(PETROV, 'tompo'))).rejects.toThrow(NotFound);
  });

  it('is none of those that were sent without sign-in', async () => {
    const { id } = await submitted(world.anyone());
    await expect(open(id, signedIn(PETROV))).rejects.toThrow(NotFound);
  });

  it('is not opened by who did not sign in', async () => {
    const { id } = await submitted(signedIn(PETROV));
    await expect(open(id, world.anyone())).rejects.toThrow(Unauthenticated);
    await expect(open(id, world.as('MODERATOR'))).rejects.toThrow(Unauthenticated);
  });

  it('is gone once its person was erased', async () => {
    const { id } = await submitted(signedIn(PETROV));
    await world.operations.erase({ district: 1, subject: id, actor: operator, ground: 'COURT' });
    await expect(open(id, signedIn(PETROV))).rejects.toThrow(NotFound);
  });

  it('bears the identity sealed alone, in events and in tables', async () => {
    const { id } = await submitted(signedIn(PETROV));
    expect(JSON.stringify(await world.store.read(1, id))).not.toMatch(/1000571421|Петров/);
  });
});
