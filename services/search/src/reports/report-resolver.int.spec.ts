import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Forbidden, PRINT_PASS, readPass, type PermittedContext, type PrintPass } from '@otklik/host';
import { IdempotencyKeyReused } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { received } from '../register/application/fold/journey.fixture.js';
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
  resolver = new ReportResolver(directory, reports, new Reviews(world.reader), made, testSecrets);
  const one = await received(vault, 'Яма', { name: 'Анна', receivedAt: '2026-11-03T01:00:00.000Z' });
  const { person } = one;
  const regime = 'APPEAL_59FZ';
  const number = { number: 'АЛД-1', journal: 'APPEALS', registeredOn: '2026-11-03', zone: 'Asia/Yakutsk' };
  await one.add('AppealRegistered', { ...number, regime, person });
  await one.add('QuestionOpened', { person, regime, ordinal: 1 });
  const code = { classifier: '0003.0009.0099.0742.0110' };
  await one.add('QuestionRouted', { topic: 'roads', department: 'utilities', by: 'RULE', words: [], ...code });
  await world.deliver(...one.facts);
}, 60_000);
afterAll(() => world.close());

const of = { district: 'aldan', month: '2026-11' };
const commandOf = (official: string) =>
  ({
    at: testClock.now(),
    inDistrict: district,
    mayActIn: 'ALL',
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
