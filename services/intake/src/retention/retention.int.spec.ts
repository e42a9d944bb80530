import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ChangeResult, Receipt } from '@otklik/contracts/generated/graphql';
import { metrics } from '@otklik/observability';
import { readErasures, replayErasures } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { EndRetention } from './application/end-retention.js';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';

const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

const act = (id: string, expectedVersion: number) => ({ district: 'aldan', id, key: randomUUID(), expectedVersion });
const changed = (answer: ChangeResult) => {
  expect(answer).toMatchObject({ __typename: 'Change' });
  return answer;
};

async function submitted(): Promise<string> {
  const form = { district: 'aldan', key: randomUUID(), text: 'На улице Лесной темно.', name: 'Айта Петрова' };
  const receipt = await world.submission.submitAppeal({ ...form, consent: '2026-09-01' }, world.anyone());
  return (receipt as Receipt).id;
}

const last = async (id: string) => (await world.store.read(1, id)).at(-1)!;

/** Delivers the newest event of the appeal, as its consumer gets it. */
async function noted(id: string): Promise<string> {
  await world.deliver(await last(id));
  return id;
}

async function registered(): Promise<string> {
  const id = await submitted();
  changed(await world.moderation.takeUpMessage(act(id, 1), world.as('MODERATOR')));
  changed(await world.moderation.registerAppeal(act(id, 2), world.as('REGISTRAR')));
  return id;
}

async function answered(): Promise<string> {
  const id = await registered();
  await world.deliverAnswer(id);
  expect(await last(id)).toMatchObject({ type: 'AppealAnswered' });
  return noted(id);
}

async function spam(): Promise<string> {
  const id = await submitted();
  changed(
    await world.moderation.markAsSpam({ ...act(id, 1), kind: 'OTHER', reason: 'реклама' }, world.as('MODERATOR')),
  );
  return noted(id);
}

const hold = async (id: string, name: 'setLegalHold' | 'liftLegalHold') => {
  const input = { ...act(id, (await last(id)).version), reason: 'запрос суда' };
  changed(await world.hold[name](input, world.as('CONTROLLER')));
  await noted(id);
};

const retention = () => world.get(EndRetention);

/** Rows of other tests stay out of the way: they are past their term too, and go with the next run. */
const isErased = async (id: string) => (await last(id)).type === 'PersonErased';

it('ends the storage of closed cases past their term, and of no open one', async () => {
  const [closed, dropped, open, complained] = [await answered(), await spam(), await registered(), await answered()];
  const reason = { key: randomUUID(), reason: 'не так' };
  changed(await world.resident.requestReopening(reason, await world.residentOf(complained)));
  await noted(complained);
  expect(await retention().run(1)).toBe(0);
  world.pass(YEAR_MS + DAY_MS);

  expect(await retention().counts(1)).toEqual([expect.objectContaining({ regime: 'SOCIAL_MESSAGE', kept: 2, due: 2 })]);
  expect(await retention().run(1)).toBe(2);
  expect(await Promise.all([closed, dropped, open, complained].map(isErased))).toEqual([true, true, false, false]);
  expect(await last(closed)).toMatchObject({
    data: { ground: 'RETENTION_ENDED' },
    actor: { kind: 'system', id: 'intake.retention' },
  });
  for (const id of [closed, dropped]) await noted(id);
  expect(await retention().counts(1)).toEqual([]);
  expect(await retention().run(1)).toBe(0);
});

it('keeps what is on hold until the hold is lifted', async () => {
  const id = await answered();
  await hold(id, 'setLegalHold');
  world.pass(YEAR_MS + DAY_MS);
  expect(await retention().counts(1)).toEqual([expect.objectContaining({ kept: 1, due: 0, held: 1 })]);
  expect(await retention().run(1)).toBe(0);
  // Even where the index does not know of it yet: the appeal's own facts decide.
  await world.sql(`update intake.retention set held = false`);
  expect(await retention().run(1)).toBe(0);
  expect(await isErased(id)).toBe(false);

  await hold(id, 'liftLegalHold');
  expect(await retention().overdue(1)).toBe(1);
  expect(await retention().run(1)).toBe(1);
  await noted(id);
});

it('writes the ledger, so that no restored backup brings the case back', async () => {
  const id = await spam();
  const { person } = (await world.store.read(1, id))[0]!.data as { person: string };
  const sealed = ((await world.store.read(1, id))[0]!.data as { text: string }).text;
  await world.sql('create table if not exists public.kept as select * from vault.person_key');
  world.pass(YEAR_MS + DAY_MS);
  await retention().run(1);
  await noted(id);

  expect(await readErasures(world.url)).toContainEqual(expect.objectContaining({ person, ground: 'RETENTION_ENDED' }));
  await world.sql(`update vault.person_key k set wrapped = o.wrapped, destroyed_at = null from public.kept o
    where k.district = o.district and k.person = o.person and k.person = '${person}'`);
  expect(await replayErasures(world.url)).toBe(1);
  expect(await world.vault.open(1, sealed)).toBeUndefined();
});

it('keeps a duplicate as long as the case that answers it', async () => {
  const original = await registered();
  const id = await submitted();
  changed(await world.moderation.markAsDuplicate({ ...act(id, 1), of: original }, world.as('MODERATOR')));
  await noted(id);
  world.pass(YEAR_MS + DAY_MS);
  expect(await retention().run(1)).toBe(0);
  expect(await isErased(id)).toBe(false);
});

it('keeps a case whose answer promised measures until the promise has ended, however late and often that is delivered', async () => {
  const id = await registered();
  const twin = await submitted();
  changed(await world.moderation.markAsDuplicate({ ...act(twin, 1), of: id }, world.as('MODERATOR')));
  await noted(twin);
  await world.deliverAnswer(id);
  const question = randomUUID();
  const tell = (type: string, version: number) => world.deliverRouting(id, { type, question, version, data: {} });
  for (const version of [5, 5]) await tell('MeasuresPromised', version);
  await tell('PromiseExtended', 6);
  await noted(id);
  world.pass(YEAR_MS + DAY_MS);

  // Of the duplicate the index knows no promise: that of the case which answers it decides.
  expect(await retention().counts(1)).toEqual([expect.objectContaining({ promised: 1 })]);
  expect(await retention().run(1)).toBe(0);

  await tell('PromiseConfirmed', 7);
  await tell('MeasuresPromised', 5);
  expect(await retention().counts(1)).toEqual([expect.objectContaining({ promised: 0 })]);
  expect(await retention().run(1)).toBe(2);
  for (const one of [id, twin]) await noted(one);
  expect(await world.rows('promise')).toEqual([]);
});

it('looks at each district alone, and stops on request', async () => {
  const ids = await Promise.all(Array.from({ length: 3 }, () => spam()));
  world.pass(YEAR_MS + DAY_MS);
  expect(await retention().run(2)).toBe(0);
  const ended: string[] = [];
  const signal = AbortSignal.abort();
  expect(await retention().run(1, { signal, ended: (id) => void ended.push(id) })).toBe(0);
  await retention().run(1, { ended: (id) => void ended.push(id) });
  expect(ended).toEqual(expect.arrayContaining(ids));
});

it('ends the other cases where one fails, and its metrics tell the failure and its end', async () => {
  const valueOf = async (name: string): Promise<number> => {
    const { values } = await metrics.getSingleMetric(`otklik_retention_${name}`)!.get();
    return values.find(({ labels }) => labels['district'] === 'aldan')!.value;
  };
  const [failing, other] = [await spam(), await spam()];
  const { person } = (await world.store.read(1, failing))[0]!.data as { person: string };
  await world.sql(`alter table vault.person_key
    add constraint kept check (person <> '${person}' or destroyed_at is null) not valid`);
  world.pass(YEAR_MS + 3 * DAY_MS);
  await retention().runAll();
  const begun = await valueOf('run_timestamp_seconds');
  expect(await Promise.all([failing, other].map(isErased))).toEqual([false, true]);
  await noted(other);
  world.pass(DAY_MS);
  await retention().runAll();
  // With those of other tests that ended and that the index was not notified of.
  const left = await valueOf('overdue_cases');
  expect(left).toBeGreaterThan(0);
  expect(await valueOf('run_timestamp_seconds')).toBe(begun);
  await expect(retention().run(1)).rejects.toThrow();

  await world.sql('alter table vault.person_key drop constraint kept');
  await retention().runAll();
  await noted(failing);
  await retention().runAll();
  expect(await isErased(failing)).toBe(true);
  expect(await valueOf('overdue_cases')).toBe(left - 1);
  expect(await valueOf('run_timestamp_seconds')).toBeGreaterThan(begun);
});

it('ends nothing while the clocks of the machine and of the database differ', async () => {
  const id = await spam();
  world.pass(YEAR_MS + DAY_MS);
  const now = Date.now;
  try {
    for (const ahead of [YEAR_MS, -YEAR_MS]) {
      Date.now = () => now() + ahead;
      await expect(retention().run(1)).rejects.toMatchObject({ code: 'CLOCK_WRONG' });
    }
  } finally {
    Date.now = now;
  }
  expect(await isErased(id)).toBe(false);
  await retention().run(1);
  expect(await isErased(id)).toBe(true);
});
