import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { officials, received, type Journey } from '../register/application/fold/journey.fixture.js';
import { registerWorld, testClock, testDistrict, type RegisterWorld } from '../register/register-world.fixture.js';
import { SstuMappingFile } from './adapters/files/sstu-mapping-file.js';
import { countReview } from './application/review.js';
import { reviewTables } from './application/review-tables.js';
import { MAX_FILES_AN_HOUR, SstuReports, TooManyReports } from './application/sstu-reports.js';
import { monthOf, yearOf } from './domain/report-period.js';
import { ReportsMade } from './store/reports-made.js';

const district = testDistrict(1, 'aldan', {
  policy: {
    version: 1,
    autoRegisterMessages: false,
    answerTerms: {},
    reopenWithinDays: 30,
    numberPrefix: 'А',
    sstuId: '0f3b3a0e-6a55-4a3c-9b8a-000000000001',
  },
});
const november = monthOf('2026-11')!;
const by = { official: officials.executor, role: 'HEAD' } as const;

let world: RegisterWorld;
let reports: SstuReports;
let made: ReportsMade;
let openings: PostgresOpenings;
let answeredOne: Journey;
let open: Journey;
let noCode: Journey;

beforeAll(async () => {
  world = await registerWorld([district]);
  const { vault, database } = world.given;
  openings = new PostgresOpenings(database);
  made = new ReportsMade(database);
  reports = new SstuReports(world.reader, openings, made, vault, testClock, new SstuMappingFile({}));
  answeredOne = await appeal('АЛД-1', { name: 'Анна', on: '2026-11-03' });
  await answer(answeredOne, '2026-11-20');
  open = await appeal('АЛД-2', { name: 'Пётр', on: '2026-11-10' });
  noCode = await appeal('АЛД-3', { name: 'Олег', on: '2026-11-11', classifier: null });
  const earlier = await appeal('АЛД-0', { name: 'Раиса', on: '2026-10-30' });
  await answer(earlier, '2026-11-05');
  const left = await appeal('АЛД-00', { name: 'Инна', on: '2026-10-29' });
  await leave(left, '2026-11-02');
  const before = await appeal('АЛД-000', { name: 'Зоя', on: '2026-09-01' });
  await leave(before, '2026-10-05');
  const other = await appeal('АЛД-4', { name: 'Вера', on: '2026-12-01' });
  const message = await appeal('АЛД-С-1', { name: 'Нина', on: '2026-11-12', regime: 'SOCIAL_MESSAGE' });
  for (const { facts } of [answeredOne, open, noCode, earlier, left, before, other, message])
    await world.deliver(...facts);
}, 60_000);
afterAll(() => world.close());

interface Given {
  readonly name: string;
  readonly on: string;
  readonly regime?: string;
  readonly classifier?: null;
}

async function appeal(number: string, { name, on, regime = 'APPEAL_59FZ', classifier }: Given): Promise<Journey> {
  const { vault } = world.given;
  const one = await received(vault, 'Яма на дороге', {
    name,
    address: '678900, г. Алдан',
    receivedAt: `${on}T01:00:00.000Z`,
  });
  const { person } = one;
  await one.add('AppealRegistered', {
    number,
    journal: 'APPEALS',
    registeredOn: on,
    zone: 'Asia/Yakutsk',
    regime,
    person,
  });
  await one.add('QuestionOpened', { person, regime, ordinal: 1 });
  const code = classifier === null ? {} : { classifier: '0003.0009.0099.0742.0110' };
  await one.add('QuestionRouted', { topic: 'roads', department: 'utilities', by: 'RULE', words: [], ...code });
  return one;
}

async function leave(one: Journey, on: string): Promise<void> {
  await one.add('QuestionLeftUnanswered', { ground: 'ABUSE', decidedOn: on, details: {} });
  await one.add('QuestionEnded', { end: 'LEFT_UNANSWERED', endedOn: on, zone: 'Asia/Yakutsk', notice: one.notice });
}

async function answer(one: Journey, on: string): Promise<void> {
  const { question, person, notice } = one;
  const signed = { question, person, outcome: 'EXPLAINED', signatory: officials.signatory };
  await one.add('ResponseOpened', { question, person });
  await one.add(
    'ResponseSigned',
    { ...signed, signedAt: `${on}T02:00:00.000Z`, signature: 'RECORDED_ACT' },
    { text: 'Засыплем.' },
  );
  const sent = { kind: 'ANSWERED', way: 'PAPER', person, about: question };
  await one.add('NoticeOpened', { ...sent, further: [], outgoing: { number: '02-11-1', on } });
  await one.add('NoticeDispatched', { ...sent, proof: 'РПО', dispatchedAt: `${on}T03:00:00.000Z` });
  await one.add('QuestionAnswered', { notice, answeredOn: on, zone: 'Asia/Yakutsk' });
}

it('counts appeals and questions as the lists of the desk do', async () => {
  const { check } = await reports.read(district, november);
  expect(check.groups.map(({ code, appeals, questions }) => [code, appeals, questions])).toEqual([
    ['REGISTERED', 3, 3],
    ['ANSWERED', 1, 1],
    ['ENDED', 1, 1],
    ['REFUSED', 0, 0],
  ]);
  for (const { filter, appeals, questions } of check.groups) {
    expect(await world.reader.count('APPEALS', 1, filter)).toEqual({ count: appeals, isExact: true });
    expect(await world.reader.count('QUESTIONS', 1, filter)).toEqual({ count: questions, isExact: true });
  }
  const handedIn = check.entries.reduce((sum, { questions }) => sum + questions.length, 0);
  const refused = check.refused.reduce((sum, { questions }) => sum + questions, 0);
  expect([check.appeals, check.questions]).toEqual([5, 5]);
  expect(handedIn + refused + check.leftOut.length).toBe(check.questions);
});

it('says what would be refused, and opens nothing for it', async () => {
  const { check } = await reports.read(district, november);
  expect(check.refused).toEqual([
    {
      appeal: noCode.appeal,
      number: 'АЛД-3',
      questions: 1,
      faults: [{ question: noCode.question, field: 'code', why: 'MISSING', mend: 'CASE' }],
    },
  ]);
  expect(JSON.stringify(check)).not.toMatch(/Анна|Алдан,/);
  expect(await openings.list(1, { zone: 'UTC' }, { limit: 10, backward: false })).toEqual([]);
});

it('opens the cases of the file with one record that names them', async () => {
  const opened = await reports.open(await reports.read(district, november), by);
  expect(opened.entries).toHaveLength(4);
  const one = opened.entries.find((entry) => entry.appeal === answeredOne.appeal)!;
  expect(JSON.parse(one.json)).toMatchObject({
    name: 'Анна',
    address: '678900, г. Алдан',
    questions: [{ status: 'Explained', attachment: { content: `notice:${answeredOne.notice}` } }],
  });
  expect(one.sheets).toEqual([answeredOne.notice]);
  const [record, ...more] = await openings.list(1, { zone: 'UTC' }, { limit: 10, backward: false });
  expect(more).toEqual([]);
  expect(record).toMatchObject({
    id: opened.id,
    kind: 'PRINT',
    printed: 'SSTU_REPORT',
    reason: 'REPORTING',
    role: 'HEAD',
    rows: 4,
    appeals: opened.entries.map(({ appeal: id }) => id).toSorted(),
    letters: expect.arrayContaining([
      { notice: answeredOne.notice, appeal: answeredOne.appeal, number: '02-11-1' },
    ]) as unknown,
  });
  const ofCase = await openings.list(1, { zone: 'UTC', appeal: answeredOne.appeal }, { limit: 10, backward: false });
  expect(ofCase.map(({ id }) => id)).toEqual([opened.id]);
  expect(await openings.list(1, { zone: 'UTC', appeal: noCode.appeal }, { limit: 10, backward: false })).toEqual([]);
});

it('knows what changed since the file that was made, and keeps its receipt', async () => {
  const before = await reports.read(district, november);
  expect(before.check.changes).toBeUndefined();
  const { id } = await reports.open(await reports.read(district, november), { operator: 'otklik report sstu' });
  const filed = { at: testClock.now(), sha256: ['ab'], bytes: 10, leftOut: [] };
  expect(await made.file(1, id, filed)).toBe(true);
  expect(await made.file(1, id, filed)).toBe(true);
  expect(await made.file(1, id, { ...filed, sha256: ['cd'] })).toBe(false);
  expect(await made.of(1, id)).toMatchObject({ period: '2026-11', mapping: '2023', appeals: 4, refused: 1, filed });
  expect((await reports.read(district, november)).check.changes).toEqual([]);
  await answer(open, '2026-11-21');
  await world.deliver(...open.facts);
  expect((await reports.read(district, november)).check.changes).toEqual([
    { question: open.question, was: 'InWork', now: 'Explained' },
  ]);
  const { rows } = await world.given.worker.query<{ said: string }>('select said from search.report_made');
  expect(rows.map(({ said }) => said).join()).not.toMatch(/Анна|Алдан/);
});

it('holds the limit of an hour', async () => {
  const who = { ...by, official: randomUUID() };
  const all = Array.from({ length: MAX_FILES_AN_HOUR }, (_, at) => `2025-${String((at % 12) + 1).padStart(2, '0')}`);
  for (const month of [...new Set(all)]) await reports.open(await reports.read(district, monthOf(month)!), who);
  for (const year of [2021, 2022])
    for (let month = 1; month <= 4; month++)
      await reports.open(await reports.read(district, monthOf(`${year}-0${month}`)!), who);
  await expect(reports.open(await reports.read(district, november), who)).rejects.toThrow(TooManyReports);
});

it('reviews a period by the totals of lists, and nothing else', async () => {
  const year = yearOf('2026')!;
  const { tables } = await countReview(world.reader, district, year);
  for (const { code, lines } of reviewTables(year, district)) {
    const counted = tables.find((one) => one.code === code)!.lines;
    for (const line of lines) {
      const { count } = await world.reader.count(line.of, 1, line.filter);
      expect([line.code, counted.find((one) => one.code === line.code)?.now]).toEqual([line.code, count]);
    }
  }
  const now = (table: string, code: string) =>
    tables.find((one) => one.code === table)!.lines.find((one) => one.code === code)!.now;
  expect([now('VOLUME', 'APPEALS'), now('SECTIONS', '0003'), now('SECTIONS', 'NONE')]).toEqual([7, 6, 1]);
  expect([now('RESULTS', 'EXPLAINED'), now('RESULTS', 'LEFT_UNANSWERED'), now('VOLUME', 'OPEN')]).toEqual([3, 2, 2]);
  expect([now('TERMS', 'ANSWERED'), now('MESSAGES', 'RECEIVED')]).toEqual([3, 1]);
});

it('hands in the number and the date of the letter with which a body sent an appeal on', async () => {
  const one = await appeal('АЛД-9', { name: 'Яна', on: '2025-03-03' });
  const receivedFrom = { kind: 'PROSECUTOR', number: '7-12', date: '2025-03-01' };
  await one.add('SourceRecorded', { receivedFrom, reason: 'x' });
  await world.deliver(...one.facts);
  const { entries } = await reports.open(await reports.read(district, monthOf('2025-03')!), by);
  expect(JSON.parse(entries[0]!.json)).toMatchObject({
    isDirect: false,
    number: '7-12',
    createDate: '2025-03-01',
    format: 'Other',
  });
  const { tables } = await countReview(world.reader, district, yearOf('2025')!);
  const sources = tables.find(({ code }) => code === 'SOURCES')!.lines;
  expect(sources.filter(({ now }) => now > 0)).toMatchObject([{ code: 'PROSECUTOR', now: 1 }]);
});

it('says by which channel a body sent an appeal on, where the mapping asks for it', async () => {
  const mapping = await new SstuMappingFile({}).current();
  const format = { ...mapping.appeal['format']!, map: { SITE: 'Electronic', '*': 'Other' } };
  const current = () => Promise.resolve({ ...mapping, appeal: { ...mapping.appeal, format } });
  const asked = new SstuReports(world.reader, openings, made, world.given.vault, testClock, { current });
  const formats = async (month: string) =>
    (await asked.read(district, monthOf(month)!)).check.entries.map(({ json }) => json['format']);
  expect(await formats('2025-03')).toEqual(['Electronic']);
  expect(new Set(await formats('2026-11'))).toEqual(new Set(['Other']));
});
