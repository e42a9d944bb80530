import { expect, it } from '@jest/globals';
import type { Actor } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Applicants } from './store/applicants.js';
import { database, newCase, service, tellAll, types } from './notices-world.fixture.js';

const registrar: Actor = {
  kind: 'official',
  id: randomUUID(),
  login: 'registrar',
  name: 'Somebody',
  assignments: [{ district: 1, role: 'REGISTRAR' }],
};
const paper = { regime: 'APPEAL_59FZ', address: '678900, г. Алдан, ул. Ленина, 1' } as const;

it('sees a withdrawal that is being recorded beside it: what came back goes nowhere else then', async () => {
  const made = await newCase(undefined, undefined, 'PAPER', paper);
  await tellAll(made);
  const of = (expectedVersion: number) => {
    const key = randomUUID();
    return { district: 'aldan', id: made.notice, key, expectedVersion };
  };
  const left = { means: 'REGISTERED_LETTER', sentOn: '2026-11-24', track: '67890012345672' };
  expect(await service.mutate('recordPosting', { ...of(1), ...left }, registrar)).toMatchObject({ version: 2 });
  const back = { ...of(2), outcome: 'MOVED', proof: 'ENVELOPE' };
  const recorded = await database.scope(1).transaction(async (tx) => {
    await service.get(Applicants).keepWithdrawn(tx, 1, made.appeal);
    const beside = service.mutate('recordLetterOutcome', back, registrar);
    await Promise.race([beside, sleep(500)]);
    return { beside };
  });
  expect(await recorded.beside).toMatchObject({ __typename: 'Change' });
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeDispatched', 'LetterReturned']);
}, 60_000);
