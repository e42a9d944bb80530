import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Forbidden, PRINT_PASS, readPass, type PermittedContext, type PrintPass } from '@otklik/host';
import { IdempotencyKeyReused } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { officials, received, type Journey } from '../register/application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from '../register/register-world.fixture.js';
import { SstuMappingFile } from './adapters/files/sstu-mapping-file.js';
import { ReportResolver } from './adapters/graphql/report.resolver.js';
import { ReportResults } from './application/report-results.js';
import { Reviews } from './application/reviews.js';
import { SstuReports } from './application/sstu-reports.js';
import { ReportsMade } from './store/reports-made.js';

const plain = testDistrict(1, 'aldan');
const district = { ...plain, policy: { ...plain.policy, sstuId: '0f3b3a0e-6a55-4a3c-9b8a-000000000001' } };
const head = randomUUID();
const context = officialContext([district], ['HEAD'], head);

let world: RegisterWorld;
let resolver: ReportResolver;
beforeAll(async () => {
  world = await registerWorld([district]);
  const { vault, database, directory } = world.given;
  const made = new ReportsMade(database);
  const reports = new SstuReports(
    world.reader,
    new PostgresOpenings(database),
    made,
    vault,
    testClock,
    new SstuMappingFile({}),
  );
  resolver = new ReportResolver(
    directory,
    reports,
    new Reviews(world.reader),
    made,
    testSecrets,
    new ReportResults(made, world.reader),
  );
  await world.deliver(...(await appeal('АЛД-1', '2026-11-03')).facts);
}, 60_000);
afterAll(() => world.close());

async function appeal(number: string, on: string, letter?: string): Promise<Journey> {
  const one = await received(world.given.vault, 'Яма', { name: 'Анна', receivedAt: `${on}T01:00:00.000Z` });
  const { person } = one;
  const regime = 'APPEAL_59FZ';
  const registered = { number, journal: 'APPEALS', registeredOn: on, zone: 'Asia/Yakutsk', regime, person };
  await one.add('AppealRegistered', registered);
  await one.add('QuestionOpened', { person, regime, ordinal: 1 });
  const code = { classifier: '0003.0009.0099.0742.0110' };
  await one.add('QuestionRouted', { topic: 'roads', department: 'utilities', by: 'RULE', words: [], ...code });
  const receivedFrom = { kind: 'PROSECUTOR', number: letter, date: on };
  if (letter !== undefined) await one.add('SourceRecorded', { receivedFrom, reason: 'x' });
  return one;
}

async function answer(one: Journey, on: string): Promise<void> {
  const { question, person, notice } = one;
  const signed = { question, person, outcome: 'EXPLAINED', signatory: officials.signatory, signature: 'RECORDED_ACT' };
  await one.add('ResponseOpened', { question, person });
  await one.add('ResponseSigned', { ...signed, signedAt: `${on}T02:00:00.000Z` }, { text: 'Засыплем.' });
  const sent = { kind: 'ANSWERED', way: 'PAPER', person, about: question };
  await one.add('NoticeOpened', { ...sent, further: [], outgoing: { number: '02-11-1', on } });
  await one.add('NoticeDispatched', { ...sent, proof: 'РПО', dispatchedAt: `${on}T03:00:00.000Z` });
  await one.add('QuestionAnswered', { notice, answeredOn: on, zone: 'Asia/Yakutsk' });
}

const of = { district: 'aldan', month: '2026-11' };
const commandOf = (official: string) =>
  ({
    at: testClock.now(),
    inDistrict: district,
    mayActIn: 'ALL',
    commandId: randomUUID(),
    actor: { kind: 'official', id: official, role: 'HEAD' },
    sender: (officialContext([district], ['HEAD'], official) satisfies PermittedContext).actor,
  }) as unknown as ClientCommandContext;

it('checks a month, and refuses what is none', async () => {
  const report = await resolver.sstuReport(of, context);
  expect(report).toMatchObject({ appeals: 1, questions: 1, accepted: 1, withSheet: 0, refused: [], changed: null });
  expect(report.groups).toContainEqual({ code: 'REGISTERED', appeals: 1, questions: 1 });
  await expect(resolver.sstuReport({ ...of, month: '2026-13' }, context)).rejects.toThrow(BadInput);
  await expect(resolver.sstuFile({ ...of, month: '11.2026' }, context)).rejects.toThrow(BadInput);
  await expect(resolver.appealReview({ district: 'aldan', period: '2026-11' }, context)).rejects.toThrow(BadInput);
});

it('permits the sheets of its cases to the official who opened them, and keeps the receipt of what was made', async () => {
  const file = await resolver.sstuFile(of, context);
  const pass = readPass<PrintPass>(testSecrets.of(), file.pass, testClock.now());
  expect(pass).toMatchObject({ district: 1, official: head, opening: file.report, letters: [] });
  expect([PRINT_PASS, JSON.parse(file.entries[0]!.json)]).toEqual([
    'print-pass',
    expect.objectContaining({ name: 'Анна' }),
  ]);
  const input = {
    district: 'aldan',
    key: randomUUID(),
    report: file.report,
    sha256: ['a'.repeat(64)],
    bytes: 9,
    leftOut: [],
  };
  await expect(resolver.fileSstuReport(input, commandOf(randomUUID()))).rejects.toThrow('NOT_FOUND');
  expect(await resolver.fileSstuReport(input, commandOf(head))).toMatchObject({
    month: '2026-11',
    sha256: input.sha256,
  });
  expect(await resolver.fileSstuReport(input, commandOf(head))).toMatchObject({ id: file.report });
  const other = { ...input, sha256: ['b'.repeat(64)] };
  await expect(resolver.fileSstuReport(other, commandOf(head))).rejects.toThrow(IdempotencyKeyReused);
  const { receipts, changed } = await resolver.sstuReport(of, context);
  expect([receipts.map(({ id }) => id), changed]).toEqual([[file.report], 0]);
});

it('keeps what the server refused, and hands it in again with the next month', async () => {
  const { report } = await resolver.sstuFile(of, context);
  const given = { district: 'aldan', key: randomUUID(), report };
  const refused = [{ number: 'алд-1', reason: 'Не указан адрес' }];
  const none = { ...given, report: randomUUID(), refused };
  await expect(resolver.recordSstuResult(none, commandOf(head))).rejects.toThrow('NOT_FOUND');
  await resolver.fileSstuReport({ ...given, sha256: ['a'.repeat(64)], bytes: 9, leftOut: [] }, commandOf(head));
  const unknown = [{ number: 'АЛД-77', reason: 'Нет кода' }];
  await expect(resolver.recordSstuResult({ ...given, refused: unknown }, commandOf(head))).rejects.toThrow(BadInput);
  const named = [{ number: 'АЛД-1', reason: 'Нет данных: Иванова Анна Петровна, т. 8 914 123-45-67' }];
  const saying = resolver.recordSstuResult({ ...given, refused: named }, commandOf(head));
  await expect(saying).rejects.toThrow('PERSONAL_DATA_FOUND');
  const ctx = commandOf(head);
  expect(await resolver.recordSstuResult({ ...given, refused }, ctx)).toMatchObject({
    result: { accepted: 0, refused: [{ number: 'АЛД-1', reason: 'Не указан адрес' }] },
  });
  await resolver.recordSstuResult({ ...given, refused }, ctx);
  await expect(resolver.recordSstuResult({ ...given, refused: [] }, ctx)).rejects.toThrow(IdempotencyKeyReused);
  const next = { ...of, month: '2026-12' };
  const { groups, appeals, questions, accepted } = await resolver.sstuReport(next, context);
  expect(groups).toContainEqual({ code: 'REFUSED', appeals: 1, questions: 1 });
  expect([appeals, questions, accepted]).toEqual([1, 1, 1]);
  expect((await resolver.sstuFile(next, context)).entries).toHaveLength(1);
  await resolver.recordSstuResult({ ...given, refused: [] }, commandOf(head));
  expect((await resolver.sstuReport(next, context)).appeals).toBe(0);
});

/** Made and filed: the id of the month's report. */
async function filed(month: string, leftOut: readonly string[] = []): Promise<string> {
  const { report } = await resolver.sstuFile({ ...of, month }, context);
  const input = { district: 'aldan', key: randomUUID(), report, sha256: ['a'.repeat(64)], bytes: 9 };
  await resolver.fileSstuReport({ ...input, leftOut: [...leftOut] }, commandOf(head));
  return report;
}

const said = (report: string, ...numbers: readonly string[]) => ({
  district: 'aldan',
  key: randomUUID(),
  report,
  refused: numbers.map((number) => ({ number, reason: 'Нет кода' })),
});
const record = (report: string, ...numbers: readonly string[]) =>
  resolver.recordSstuResult(said(report, ...numbers), commandOf(head));
const refusedIn = async (month: string) => {
  const { groups } = await resolver.sstuReport({ ...of, month }, context);
  return groups.find(({ code }) => code === 'REFUSED')!.appeals;
};

it('finds what was refused by the number of a body’s letter, and takes none for another', async () => {
  const [one, two] = [await appeal('АЛД-21', '2025-03-03', '7-12'), await appeal('АЛД-22', '2025-03-04', '5-99')];
  const [three, four] = [await appeal('АЛД-23', '2025-03-05', '12-1'), await appeal('АЛД-24', '2025-03-06', '12-1')];
  await world.deliver(...[one, two, three, four].flatMap(({ facts }) => facts));
  const report = await filed('2025-03', [four.appeal]);
  const malformed = { code: 'VALUE_MALFORMED', path: 'input.refused.1.number' };
  await expect(record(report, '5-99', '9-9')).rejects.toMatchObject(malformed);
  await expect(record(report, '5-99', 'АЛД-24')).rejects.toMatchObject(malformed);
  expect(await record(report, '5-99', '12-1')).toMatchObject({
    result: {
      accepted: 1,
      refused: [
        { appeal: two.appeal, number: 'АЛД-22' },
        { appeal: three.appeal, number: 'АЛД-23' },
      ],
    },
  });
});

it('takes no number that several appeals of the file have', async () => {
  const [one, two] = [await appeal('АЛД-31', '2025-05-03', '12-1'), await appeal('АЛД-32', '2025-05-04', '12-1')];
  await world.deliver(...one.facts, ...two.facts);
  const report = await filed('2025-05');
  await expect(record(report, '12-1')).rejects.toMatchObject({
    code: 'BAD_INPUT',
    path: 'input.refused.0.number',
    reason: expect.stringContaining('the number of the register') as unknown,
  });
  expect(await record(report, 'алд-32')).toMatchObject({ result: { refused: [{ appeal: two.appeal }] } });
  await record(report);
});

it('knows the appeals of a file whose question has left its lists since, and an answer that it was given before', async () => {
  const one = await appeal('АЛД-41', '2025-06-30');
  await answer(one, '2025-07-10');
  await world.deliver(...one.facts);
  const report = await filed('2025-07');
  const ctx = commandOf(head);
  const input = said(report, 'АЛД-41');
  await resolver.recordSstuResult(input, ctx);
  const before = one.facts.length;
  await one.add('QuestionReopened', { person: one.person, times: 1, department: 'utilities' });
  await world.deliver(...one.facts.slice(before));
  expect(await resolver.sstuReport({ ...of, month: '2025-07' }, context)).toMatchObject({ appeals: 0 });
  expect(await record(report, 'алд-41')).toMatchObject({ result: { refused: [{ appeal: one.appeal }] } });
  expect(await resolver.recordSstuResult(input, ctx)).toMatchObject({ id: report });
  const others = [said(report, 'АЛД-42'), { ...input, report: randomUUID() }];
  for (const other of others) await expect(resolver.recordSstuResult(other, ctx)).rejects.toThrow(IdempotencyKeyReused);
  await record(report);
});

it('hands in again what was refused until the server takes it', async () => {
  const [one, two] = [await appeal('АЛД-51', '2024-01-10'), await appeal('АЛД-52', '2024-01-11')];
  const next = await appeal('АЛД-53', '2024-02-10');
  await world.deliver(...[one, two, next].flatMap(({ facts }) => facts));
  await record(await filed('2024-01'), 'АЛД-51', 'АЛД-52');
  expect(await refusedIn('2024-02')).toBe(2);
  const february = await filed('2024-02', [two.appeal]);
  expect(await refusedIn('2024-03')).toBe(2);
  await record(february, 'АЛД-53');
  expect(await refusedIn('2024-03')).toBe(2);
  const { entries } = await resolver.sstuFile({ ...of, month: '2024-03' }, context);
  expect(new Set(entries.map((entry) => entry.appeal))).toEqual(new Set([two.appeal, next.appeal]));
  await record(february, 'АЛД-51');
  expect(await refusedIn('2024-03')).toBe(2);
  await record(february);
  expect(await refusedIn('2024-03')).toBe(1);
  await record(await filed('2024-03'));
  expect(await refusedIn('2024-04')).toBe(0);
  expect(await refusedIn('2024-02')).toBe(2);
});

it('is opened and filed only by one whose role is for the whole district', async () => {
  const department = randomUUID();
  const bound = officialContext([district], [{ district: district.id, role: 'HEAD', department }], head);
  await expect(resolver.sstuFile(of, bound)).rejects.toThrow(Forbidden);
  const { report } = await resolver.sstuFile(of, context);
  const input = { ...of, key: randomUUID(), report, sha256: ['a'.repeat(64)], bytes: 1, leftOut: [] };
  const ctx = { ...commandOf(head), mayActIn: ['works'] };
  await expect(resolver.fileSstuReport(input, ctx)).rejects.toThrow(Forbidden);
});

it('reviews a quarter for who reads numbers alone', async () => {
  const review = await resolver.appealReview({ district: 'aldan', period: '2026-Q4' }, context);
  expect(review).toMatchObject({ from: '2026-10-01', to: '2026-12-31', before: '2025-Q4' });
  expect(review.text).toHaveLength(7);
  expect(Buffer.from(review.odt, 'base64').subarray(0, 2).toString()).toBe('PK');
  expect(JSON.stringify(review)).not.toContain('Анна');
});
