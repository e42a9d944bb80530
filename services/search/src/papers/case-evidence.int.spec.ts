import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Forbidden, RateLimited, readEvidencePass } from '@otklik/host';
import type { OfficialRole } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { OpeningResolver } from '../records/adapters/graphql/opening.resolver.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { officials, received, registered, type Journey } from '../register/application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from '../register/register-world.fixture.js';
import { CaseEvidenceResolver, MAX_EVIDENCE_FILES_AN_HOUR } from './adapters/graphql/case-evidence.resolver.js';
import { CaseReading } from './adapters/evidence/case-reading.js';

const people = [{ id: officials.executor, login: 'clerk', name: 'Clerk', assignments: [] }];
const departments = ['utilities', 'roads'].map((code) => ({ id: randomUUID(), code, name: code }));
const district = testDistrict(1, 'aldan', { officials: people, departments });
const controller = officialContext([district], ['CONTROLLER']);
const by = (role: OfficialRole, id: string = randomUUID()) => officialContext([district], [role], id);

let world: RegisterWorld;
let evidence: CaseEvidenceResolver;
let reading: CaseReading;
let openings: OpeningResolver;
let made: Journey;
beforeAll(async () => {
  world = await registerWorld([district]);
  const { directory, vault, database } = world.given;
  const held = new PostgresOpenings(database);
  openings = new OpeningResolver(directory, world.reader, held, vault, testClock, testSecrets);
  evidence = new CaseEvidenceResolver(directory, world.reader, held, vault, testSecrets, testClock);
  reading = new CaseReading(world.reader, vault, testSecrets, directory);
  made = await received(vault, 'Яма на Лесной', { name: 'Анна' });
  await registered(made, 'АЛД-С-2026-1');
  await world.deliver(...made.facts);
}, 60_000);
afterAll(() => world.close());

const asked = (context: ReturnType<typeof by>, appeal = made.appeal) =>
  evidence.caseEvidence({ district: 'aldan', appeal, reason: ' Запрос прокуратуры ' }, context);
const recorded = async () => (await openings.openings({ district: 'aldan', kinds: ['EVIDENCE'] }, controller)).nodes;

it('permits the parts of each service, and is on record with its reason before', async () => {
  const permit = await asked(by('CONTROLLER', officials.executor));
  expect(permit).toMatchObject({ number: 'АЛД-С-2026-1' });
  expect(permit?.parts).toEqual(
    ['intake', 'routing', 'responses', 'notifications', 'search'].map((one) => `/evidence/aldan/${one}`),
  );
  const pass = readEvidencePass(testSecrets.of(), permit!.pass, testClock.now());
  expect(pass).toMatchObject({ district: 1, appeal: made.appeal, official: officials.executor });
  expect(pass?.streams).toEqual(expect.arrayContaining([made.appeal, made.question]));
  expect(await recorded()).toMatchObject([
    { kind: 'EVIDENCE', reason: 'Запрос прокуратуры', role: 'CONTROLLER', appeal: { id: made.appeal } },
  ]);
});

it('gives what a person reads, the list of the parts there must be, and the certificate', async () => {
  const permit = await asked(by('HEAD'));
  const pass = readEvidencePass(testSecrets.of(), permit!.pass, testClock.now())!;
  const parts = await reading.partsOf(pass, district);
  expect(parts.map(({ name }) => name)).toEqual([
    ...['README.txt', 'sets.json', 'case.json', 'case.pdf', 'certificate.der'],
  ]);
  expect(Buffer.from(parts[3]!.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
});

const roles = ['REGISTRAR', 'COORDINATOR', 'SIGNATORY', 'CONTROLLER', 'HEAD'] as const;
const opening: readonly OfficialRole[] = ['REGISTRAR', 'SIGNATORY', 'HEAD'];
it.each(roles)('has name and contact for %s only if the role opens them', async (role) => {
  const permit = await asked(by(role));
  const withContacts = opening.includes(role);
  const pass = readEvidencePass(testSecrets.of(), permit!.pass, testClock.now())!;
  expect([permit!.withContacts, pass.withContacts]).toEqual([withContacts, withContacts]);
  const parts = await reading.partsOf(pass, district);
  const text = (name: string) => Buffer.from(parts.find((part) => part.name === name)!.bytes).toString();
  expect(JSON.parse(text('case.json'))).toMatchObject({ withContacts });
  expect(text('README.txt').includes('заявителя не вложены')).toBe(!withContacts);
});

it('has them for who holds a role that opens them beside one that does not, and is on record by that role', async () => {
  const both = officialContext([district], ['CONTROLLER', 'HEAD'], randomUUID());
  const ofHeads = async () => (await recorded()).filter(({ role }) => role === 'HEAD').length;
  const before = await ofHeads();
  expect(await asked(both)).toMatchObject({ withContacts: true });
  expect(await ofHeads()).toBe(before + 1);
});

it('records nothing and permits nothing to who may not read the card, without a reason, or of no such case', async () => {
  const before = (await recorded()).length;
  const { id: department } = departments[1]!;
  const ofRoads = officialContext([district], [{ district: 1, role: 'EXECUTOR', department }]);
  await expect(asked(ofRoads)).rejects.toThrow(Forbidden);
  const args = { district: 'aldan', appeal: made.appeal, reason: ' ' };
  await expect(evidence.caseEvidence(args, by('HEAD'))).rejects.toThrow();
  expect(await asked(by('HEAD'), randomUUID())).toBeNull();
  expect(await recorded()).toHaveLength(before);
});

it('holds the limit of an hour for requests that come together, too', async () => {
  const official = by('SIGNATORY');
  const before = (await recorded()).length;
  const all = Array.from({ length: MAX_EVIDENCE_FILES_AN_HOUR + 5 }, () => asked(official));
  const settled = await Promise.allSettled(all);
  const refused = settled.filter(({ status }) => status === 'rejected');
  expect(refused.map((one) => (one as PromiseRejectedResult).reason as Error)).toEqual(
    Array.from({ length: 5 }, () => expect.any(RateLimited)),
  );
  expect(await recorded()).toHaveLength(before + MAX_EVIDENCE_FILES_AN_HOUR);
});

it('is read by the official who asked alone, for ten minutes, and by this installation', async () => {
  const { pass } = (await asked(by('REGISTRAR')))!;
  const key = testSecrets.of();
  const later = (minutes: number) => new Date(Date.parse(testClock.now()) + minutes * 60_000).toISOString();
  expect(readEvidencePass(key, pass, later(9))).toBeDefined();
  expect(readEvidencePass(key, pass, later(11))).toBeUndefined();
  expect(readEvidencePass(Buffer.alloc(32, 2), pass, testClock.now())).toBeUndefined();
  expect(readEvidencePass(key, `${pass.slice(0, 5)}x${pass.slice(6)}`, testClock.now())).toBeUndefined();
});
