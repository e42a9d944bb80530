import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@otklik/contracts/generated/graphql';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';
import { JournalInUse } from './application/take-back-journal.js';
import { JournalBusy } from './application/take-in-journal.js';
import { xlsxFile, type MadeCell } from '@otklik/testing';
import { OldJournal } from './old-journal.js';

let world: IntakeWorld;
let journal: OldJournal;
/** The import of 1,000 rows. */
let large: string;
beforeAll(async () => {
  world = await intakeWorld();
  journal = world.get(OldJournal);
});
afterAll(() => world.stop());

const operator = { kind: 'system', id: 'operator' } as const;
const heads = ['Рег. №', 'Дата', 'Заявитель', 'Адрес', 'Телефон', 'Суть', 'Исполнитель', 'Дата ответа', 'Результат'];

const row = (number: number, date: string, text = `Зимник до Чагды, ${number}`): readonly MadeCell[] => [
  ...[number, date, 'Семёнова Лия Ивановна', 'г. Алдан, ул. Лесная, 7', '8 924 000-00-12', text, 'Ли В. В.'],
  ...['20.11.2026', 'меры приняты'],
];

type Rows = readonly (readonly MadeCell[])[];

async function read(rows: Rows) {
  const district = world.district('aldan');
  const file = xlsxFile([{ name: '2026', rows: [heads, ...rows] }]);
  return { district, file, read: await journal.read({ district, bytes: file }), actor: operator };
}

const takeIn = async (rows: Rows, signal?: AbortSignal) =>
  journal.takeIn({ ...(await read(rows)), ...(signal && { signal }) });

const takeBack = (load: string, signal?: AbortSignal) =>
  journal.takeBack({ district: world.district('aldan'), load, actor: operator, ...(signal && { signal }) });

/** Interrupts when it was looked at that often. */
function afterLooks(count: number): AbortSignal {
  let looks = 0;
  return {
    get aborted() {
      return looks++ >= count;
    },
  } as AbortSignal;
}

const seriesOf = async (year: number) =>
  ((await world.rows('number_series')) as readonly { readonly year: number; readonly last: number }[])
    .filter((series) => series.year === year)
    .map(({ last }) => last);

async function registered(): Promise<string> {
  const input = { district: 'aldan', key: randomUUID(), channel: 'PAPER', text: 'Течёт крыша.', name: 'Раиса' };
  const { id } = (await world.submission.enterAppeal(input, world.as('REGISTRAR'))) as Receipt;
  const item = { district: 'aldan', id, key: randomUUID(), expectedVersion: 1 };
  await world.moderation.registerAppeal(item, world.as('REGISTRAR'));
  const last = (await world.store.read(1, id)).at(-1)!;
  return (last.data as { readonly number: string }).number;
}

const appealsOf = async () =>
  (await world.rows('old_journal_entry')) as readonly { readonly appeal: string; readonly load: string }[];

describe('an old journal', () => {
  it('is taken in with its numbers, and the series goes on after its last', async () => {
    const taken = await takeIn([row(1, '09.01.2026'), row(2, '12.01.2026'), row(5, '02.02.2026')]);
    expect(taken).toMatchObject({ added: 3, known: 0, numbersTaken: [] });
    expect(taken.months).toEqual([
      { name: '2026-01', inFile: 2, stored: 2 },
      { name: '2026-02', inFile: 1, stored: 1 },
    ]);
    expect(await registered()).toBe('АЛД-О-2026-6');
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });

  it('is one event an appeal, whose texts of people are sealed, and claims no proof', async () => {
    const { appeal } = (await appealsOf())[0]!;
    const recorded = await world.store.read(1, appeal);
    expect(recorded.map(({ type }) => type)).toEqual(['OldJournalEntryTaken']);
    expect(JSON.stringify(recorded)).not.toMatch(/Семёнова|Лесная|924\D{0,2}000|Зимник|Ли В|меры/);
    const { id, data } = recorded[0]!;
    const sealed = (data as Readonly<Record<string, string>>)['result']!;
    expect(await world.vault.open(1, sealed, { eventId: id, field: 'result' })).toBe('меры приняты');
    const take = { district: 'aldan', id: appeal, key: randomUUID(), expectedVersion: 1 };
    const refused = await world.moderation.registerAppeal(take, world.as('REGISTRAR'));
    expect(refused).toMatchObject({ __typename: 'Refusal' });
  });

  it('is taken in a second time without doubles; only what is new is added, and no number twice', async () => {
    const again = [row(1, '09.01.2026'), row(2, '12.01.2026'), row(5, '02.02.2026')];
    const once = await takeIn(again);
    expect(once).toMatchObject({ added: 0, known: 3 });
    expect(once.load).toBe((await appealsOf())[0]!.load);
    const more = await takeIn([
      ...again.slice(0, 1),
      row(2, '12.01.2026', 'Другими словами'),
      again[2]!,
      row(4, '20.01.2026'),
    ]);
    expect(more).toMatchObject({ added: 1, known: 2, numbersTaken: [{ row: 3, number: '2' }] });
    expect(await appealsOf()).toHaveLength(4);
  });

  it('is taken back as a whole while nothing was done with it, and then taken in again', async () => {
    const rows = [row(11, '09.01.2025'), row(12, '12.01.2025')].map((cells) => cells.with(7, '20.02.2025'));
    const { load } = await takeIn(rows);
    const mine = (await appealsOf()).filter((one) => one.load === load);
    const hold = { district: 'aldan', id: mine[0]!.appeal, key: randomUUID(), expectedVersion: 1, reason: 'Суд' };
    await world.hold.setLegalHold(hold, world.as('CONTROLLER'));
    await expect(takeBack(load!)).rejects.toThrow(JournalInUse);
    expect(await appealsOf()).toHaveLength(6);

    const others = [row(21, '09.01.2024'), row(22, '12.01.2024')].map((cells) => cells.with(7, '20.02.2024'));
    const second = await takeIn(others);
    const { appeal } = (await appealsOf()).find((one) => one.load === second.load)!;
    expect(await takeBack(second.load!)).toEqual({ removed: 2, left: 0 });
    const recorded = await world.store.read(1, appeal);
    expect(recorded.map(({ type }) => type)).toEqual(['OldJournalEntryTaken', 'OldJournalEntryRemoved']);
    const { name } = recorded[0]!.data as { readonly name: string };
    expect(await world.vault.openAll(1, [name], [{ eventId: recorded[0]!.id, field: 'name' }])).toEqual([undefined]);
    expect(await world.operations.verifyNumbers()).toEqual([]);
    expect(((await world.rows('number_series')) as { year: number }[]).map(({ year }) => year).sort()).toEqual([
      2025, 2026,
    ]);
    expect(await takeBack(second.load!)).toEqual({ removed: 0, left: 0 });
    expect(await takeIn(others)).toMatchObject({ added: 2, known: 0 });
    expect(await journal.loads(world.district('aldan'))).toContainEqual(
      expect.objectContaining({ id: second.load, rows: 2, removedAt: expect.any(Date) }),
    );
  });

  it('has no number that Otklik gave: a fault of the row, also where it was given since the file was read', async () => {
    const rows = [row(7, '09.03.2026'), row(8, '12.03.2026')];
    const stale = await read(rows);
    expect(await registered()).toBe('АЛД-О-2026-7');
    expect(await journal.takeIn(stale)).toMatchObject({ added: 1, numbersTaken: [{ number: '7' }] });
    const again = await read(rows);
    expect(again.read.sheets[0]!.faults).toMatchObject([
      { row: 2, column: 'A', code: 'NUMBER_GIVEN', isRefused: true },
    ]);
    expect(await registered()).toBe('АЛД-О-2026-9');
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });

  it('that was interrupted goes on as the same import, or gives its numbers back', async () => {
    const rows = [row(1, '09.01.2022').with(7, ''), row(2, '12.01.2022').with(7, '')];
    const begun = await takeIn(rows, afterLooks(0));
    expect(begun).toMatchObject({ added: 0, isWhole: false });
    expect(await seriesOf(2022)).toEqual([2]);
    expect(await takeBack(begun.load!)).toEqual({ removed: 0, left: 0 });
    expect(await seriesOf(2022)).toEqual([]);

    const second = await takeIn(rows, afterLooks(0));
    const whole = await takeIn(rows);
    expect(whole).toMatchObject({ load: second.load, added: 2, isWhole: true });
    expect((await journal.loads(world.district('aldan'))).find(({ id }) => id === whole.load)).toMatchObject({
      id: second.load,
      state: 'WHOLE',
      rows: 2,
      report: { months: [{ name: '2022-01', inFile: 2, stored: 2 }] },
    });
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });

  it('of 1,000 rows is taken in within some seconds', async () => {
    const begun = performance.now();
    const rows = Array.from({ length: 1_000 }, (_, at) => row(at + 1, '09.02.2023').with(7, '20.02.2023'));
    const taken = await takeIn(rows);
    expect(taken).toMatchObject({ added: 1_000 });
    large = taken.load!;
    // 5,000 rows are promised in a minute.
    expect(performance.now() - begun).toBeLessThan(12_000);
  }, 60_000);

  it('is taken back in batches, goes on after an interruption, and no file is taken in meanwhile', async () => {
    const load = large;
    expect(await takeBack(load, afterLooks(2))).toEqual({ removed: 400, left: 600 });
    await expect(takeIn([row(1, '09.02.2021').with(7, '')])).rejects.toThrow(JournalBusy);
    expect(await seriesOf(2023)).toEqual([1_000]);
    const held = (await appealsOf()).find((one) => one.load === load)!.appeal;
    const hold = { district: 'aldan', id: held, key: randomUUID(), expectedVersion: 1, reason: 'Суд' };
    await world.hold.setLegalHold(hold, world.as('CONTROLLER'));
    await expect(takeBack(load)).rejects.toMatchObject({ appeals: [held] });
    expect((await appealsOf()).filter((one) => one.load === load)).toHaveLength(1);
    await world.hold.liftLegalHold({ ...hold, key: randomUUID(), expectedVersion: 2 }, world.as('CONTROLLER'));
    expect(await takeBack(load)).toEqual({ removed: 1, left: 0 });
    expect(await seriesOf(2023)).toEqual([]);
  }, 60_000);
});
