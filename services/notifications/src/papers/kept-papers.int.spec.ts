import { expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { appUrl, database, deliver, newCase, server, tell, tellAll, vault } from '../notice/notices-world.fixture.js';
import { KeptPapers } from './store/kept-papers.js';

const papers = () => new KeptPapers(database, vault);
const pdf = Buffer.from('%PDF-1.7 Уважаемый Иван Иванович!');

async function kept(person: string, district = 1) {
  const [notice, appeal, code] = [randomUUID(), randomUUID(), randomUUID()];
  const paper = { district, notice, appeal, person, code, kind: 'ANSWERED', number: '02-11/7', datedOn: '2026-11-24' };
  expect(await papers().keep({ ...paper, kind: 'ANSWERED', pdf })).toBe(true);
  return { ...paper, kind: 'ANSWERED' as const };
}

async function newPerson(district = 1) {
  const person = randomUUID();
  await vault.createPerson(district, person);
  return person;
}

async function rowsOf(
  notice: string,
  sql = 'select bytes, sealed_key from notifications.kept_paper where notice = $1',
) {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query<{ bytes: Buffer | null; sealed_key: string | null }>(sql, [notice])).rows;
  } finally {
    await client.end();
  }
}

it('gives the bytes that were kept first, for ever, and their facts by hash and by code', async () => {
  const paper = await kept(await newPerson());
  const other = { ...paper, code: randomUUID(), pdf: Buffer.from('%PDF-1.7 another') };
  expect(await papers().keep(other)).toBe(false);
  expect(await papers().read(1, paper.notice)).toEqual(pdf);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const { notice, appeal, code, kind, number, datedOn } = paper;
  const facts = { district: 1, notice, appeal, code, kind, number, datedOn, sha256, size: pdf.length };
  expect(await papers().of(1, notice)).toMatchObject(facts);
  expect(await papers().byCode(1, code)).toMatchObject(facts);
  expect(await papers().bySha256(1, sha256)).toMatchObject({ sha256 });
  expect(await papers().ofAppeal(1, appeal)).toMatchObject([facts]);
  expect(await papers().byCode(1, other.code)).toBeUndefined();
});

it('lets the service change neither hash, number nor day of what is kept', async () => {
  const { notice } = await kept(await newPerson());
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  for (const column of ['sha256', 'number', 'code', 'kind', 'person'])
    await expect(
      client.query(`update notifications.kept_paper set ${column} = ${column} where notice = $1`, [notice]),
    ).rejects.toThrow('permission denied');
  await client.end();
});

it('gives no sheet to another district', async () => {
  const person = await newPerson(2);
  const { notice, code, appeal } = await kept(person, 2);
  expect(await papers().read(1, notice)).toBeUndefined();
  expect(await papers().byCode(1, code)).toBeUndefined();
  expect(await papers().ofAppeal(1, appeal)).toEqual([]);
  const seen = database
    .scope(1)
    .transaction((tx) => tx.query('select from notifications.kept_paper where notice = $1', [notice]));
  expect((await seen).rowCount).toBe(0);
  expect(await papers().read(2, notice)).toEqual(pdf);
});

it('holds no readable word of the sheet, and nothing of it once the person is erased', async () => {
  const made = await newCase(undefined, undefined, 'PAPER', { regime: 'APPEAL_59FZ', address: 'ул. Ленина, 1' });
  await tellAll(made);
  const { notice } = await kept(made.person);
  const [row] = await rowsOf(notice);
  expect(row!.bytes!.includes('PDF')).toBe(false);
  await vault.destroy({ query: async () => ({}) as never }, 1, made.person, 'asked');
  expect(await papers().read(1, notice)).toBeUndefined();
  const erased = { person: made.person, ground: 'REQUEST' };
  await deliver(tell('intake.events', 'PersonErased', made.appeal, made.appeal, erased));
  expect(await rowsOf(notice)).toEqual([{ bytes: null, sealed_key: null }]);
  expect(await papers().of(1, notice)).toMatchObject({ number: '02-11/7' });
});
