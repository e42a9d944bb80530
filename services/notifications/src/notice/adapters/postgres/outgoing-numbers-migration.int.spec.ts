import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, installService, type Database } from '@otklik/tenancy';
import { testDatabase } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrations } from '../../../migrations.js';
import { OutgoingNumbers, OutgoingNumberTaken } from '../../store/outgoing-numbers.js';

const FILLING = '0210_outgoing_numbers';

type Test = Awaited<ReturnType<typeof testDatabase>>;
let test: Test;
let owner: pg.Pool;
let database: Database;
let position = 0;

/** A fact of a notice as it was recorded before letters' numbers were one letter's each. */
async function recorded(
  type: string,
  letter: { readonly number?: string; readonly sentOn: string; readonly district?: number },
): Promise<string> {
  const { number, sentOn, district = 1 } = letter;
  const notice = randomUUID();
  const posting = number === undefined ? {} : { posting: { means: 'LETTER', number, sentOn } };
  await owner.query(
    `insert into notifications.event (position, at, district, version, stream, id, command, schema, type, meta, data)
     values ($1, now(), $2, 2, $3, $4, $5, 1, $6, '{}', $7)`,
    [
      (position += 1),
      district,
      notice,
      randomUUID(),
      randomUUID(),
      type,
      { kind: 'ANSWERED', way: 'PAPER', ...posting },
    ],
  );
  return notice;
}

beforeAll(async () => {
  test = await testDatabase();
  owner = new pg.Pool({ connectionString: test.url, max: 2 });
  const before = migrations.slice(
    0,
    migrations.findIndex(({ name }) => name === FILLING),
  );
  const urls = await installService(test.url, 'notifications', before, 'roles-of-specs-1');
  database = openDatabase(urls.app, 'notifications', { max: 2 });
}, 60_000);
afterAll(async () => {
  await database.close();
  await owner.end();
  await test.drop();
});

it('keeps the numbers of letters that were recorded before, of equal ones the first, and gives none of them again', async () => {
  const first = await recorded('NoticeDispatched', { number: '02-11/7', sentOn: '2026-11-20' });
  await recorded('NoticeDispatched', { number: '02-11/7', sentOn: '2026-11-21' });
  const late = await recorded('ProofCameLate', { number: '02-11/8', sentOn: '2026-11-22' });
  const lastYear = await recorded('NoticeDispatched', { number: '02-11/7', sentOn: '2025-12-30' });
  const elsewhere = await recorded('NoticeDispatched', { number: '02-11/7', sentOn: '2026-11-20', district: 2 });
  await recorded('NoticeDispatched', { sentOn: '2026-11-23' });
  await installService(test.url, 'notifications', migrations, 'roles-of-specs-1');
  const { rows } = await owner.query<{ district: number; year: number; number: string; notice: string }>(
    'select district, year, number, notice from notifications.outgoing_number order by district, year, number',
  );
  expect(rows).toEqual([
    { district: 1, year: 2025, number: '02-11/7', notice: lastYear },
    { district: 1, year: 2026, number: '02-11/7', notice: first },
    { district: 1, year: 2026, number: '02-11/8', notice: late },
    { district: 2, year: 2026, number: '02-11/7', notice: elsewhere },
  ]);
  const numbers = new OutgoingNumbers();
  const next = { district: 1, year: 2026, number: '02-11/8', notice: randomUUID() };
  const give = () => database.scope(1).transaction((tx) => numbers.give(tx, next));
  await expect(give()).rejects.toThrow(OutgoingNumberTaken);
  const series = { district: 1, year: 2026, series: '02-11/{n}' };
  const [proposed, following] = await database
    .scope(1)
    .transaction(async (tx) => [
      await numbers.proposed(tx, series),
      await numbers.next(tx, { ...series, notice: randomUUID() }),
    ]);
  expect([proposed, following]).toEqual(['02-11/9', '02-11/9']);
});
