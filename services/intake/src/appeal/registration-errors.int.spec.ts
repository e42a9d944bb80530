import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@otklik/contracts/generated/graphql';
import type { OfficialRole } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

interface Letter {
  readonly id: string;
  readonly version: number;
}

/** The same letter each time, registered. */
async function registered(): Promise<Letter> {
  const input = {
    district: 'aldan',
    key: randomUUID(),
    channel: 'PAPER',
    text: 'Течёт крыша над вторым подъездом.',
    surname: 'Пестерева',
    givenName: 'Раиса',
    address: { text: 'г. Алдан, ул. Маяковского, 18' },
    kind: 'STATEMENT',
    answerWay: 'POST',
  };
  const { id } = (await world.submission.enterAppeal(input, world.as('REGISTRAR'))) as Receipt;
  const act = { district: 'aldan', id, key: randomUUID(), expectedVersion: 1 };
  const { version } = (await world.moderation.registerAppeal(act, world.as('REGISTRAR'))) as { version: number };
  return { id, version };
}

async function strike(
  { id }: Letter,
  more: { readonly ground: 'MISTAKE' | 'DUPLICATE'; readonly of?: string },
  by: OfficialRole = 'CONTROLLER',
) {
  const { length: expectedVersion } = await world.store.read(1, id);
  const input = { district: 'aldan', id, key: randomUUID(), expectedVersion, reason: 'ошибка', ...more };
  return world.moderation.correctRegistration(input, world.as(by));
}

async function isStruck({ id }: Letter): Promise<boolean> {
  return (await world.store.read(1, id)).some(({ type }) => type === 'RegistrationCorrected');
}

describe('a letter under whose number another one is considered', () => {
  it('is not struck as a mistake, but as entered twice itself, with a further number', async () => {
    const [first, second, third] = [await registered(), await registered(), await registered()];
    await strike(first, { ground: 'DUPLICATE', of: second.id });
    expect(await strike(second, { ground: 'MISTAKE' })).toMatchObject({ code: 'OTHERS_STAND_UNDER_IT' });
    await strike(second, { ground: 'DUPLICATE', of: third.id });
    expect(await strike(third, { ground: 'MISTAKE' })).toMatchObject({ code: 'OTHERS_STAND_UNDER_IT' });
    expect(await Promise.all([first, second, third].map(isStruck))).toEqual([true, true, false]);
  });

  it('is not struck at the moment when the other one is', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = [await registered(), await registered()];
      await strike(second, { ground: 'MISTAKE' }, 'CONTROLLER');
      await Promise.all([
        strike(first, { ground: 'DUPLICATE', of: second.id }),
        strike(second, { ground: 'MISTAKE' }, 'REGISTRAR'),
      ]);
      expect([await isStruck(first), await isStruck(second)].filter(Boolean)).toHaveLength(1);
    }
  });
});
