import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PRINT_PASS, RateLimited, signPass, type EdgeAuthentication, type PrintPass } from '@otklik/host';
import { Clock, compact } from '@otklik/kernel';
import { unpacked } from '@otklik/signatures/merge';
import type { Actor, OfficialRole } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { Secrets } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import fastifyOf, { type FastifyInstance } from 'fastify';
import {
  database,
  deliver,
  directory,
  newCase,
  service,
  tell,
  tellAll,
  types,
  vault,
  type Case,
} from '../notice/notices-world.fixture.js';
import { LetterRoutes } from './adapters/http/letter.routes.js';
import { blankPdf } from './blank-pdf.fixture.js';
import { KeptPapers } from './store/kept-papers.js';

let fastify: FastifyInstance;
let actor: Actor = { kind: 'anyone' };
let made: Case;
beforeAll(async () => {
  fastify = fastifyOf();
  service.get(LetterRoutes).register(fastify, { actorOf: async () => actor } as unknown as EdgeAuthentication);
  made = await newCase('ivan@aldan.example', 'EMAIL', 'SITE', { regime: 'APPEAL_59FZ' });
  await tellAll(made);
  await eventually(async () => papers().of(1, made.notice), 60_000);
}, 120_000);
afterAll(() => fastify.close());

const papers = () => service.get(KeptPapers);
const get = async (url: string, as: Actor, remoteAddress = '192.0.2.1') => {
  actor = as;
  return fastify.inject({ method: 'GET', url, remoteAddress });
};
const anyone: Actor = { kind: 'anyone' };
const residentOf = (appeal: string, district = 1) => ({ kind: 'resident', appeal, district }) as Actor;

it('gives the resident of the case the kept bytes, and no one else', async () => {
  const url = `/letters/aldan/sheet/${made.notice}`;
  const answer = await get(url, residentOf(made.appeal));
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(answer.rawPayload).toEqual(await papers().read(1, made.notice));
  const other = await newCase('anna@aldan.example', 'EMAIL');
  await tellAll(other);
  const refused = [anyone, residentOf(other.appeal), residentOf(made.appeal, 2)];
  for (const one of refused) expect((await get(url, one)).statusCode).not.toBe(200);
  expect((await get(`/letters/tompo/sheet/${made.notice}`, residentOf(made.appeal))).statusCode).not.toBe(200);
  const letters = await service.resolve<object[]>('residentLetters', {}, residentOf(made.appeal));
  expect(letters).toContainEqual(
    expect.objectContaining({ id: made.notice, question: made.question, kind: 'ANSWERED' }),
  );
  expect(await service.resolve('residentLetters', {}, residentOf(made.appeal, 2))).toEqual([]);
});

type Official = Extract<Actor, { kind: 'official' }>;
const official = (role: OfficialRole, department?: string): Official => ({
  kind: 'official',
  id: randomUUID(),
  login: 'somebody',
  name: 'Somebody',
  assignments: [compact({ district: 1, role, department })],
});
const openingsOf = async ({ id }: { readonly id: string }) =>
  (await database.scope(1).query('select reason, notices from notifications.letter_opened where official = $1', [id]))
    .rows;

it('gives officials of its department the kept bytes, on record, and to no others', async () => {
  const url = `/letters/aldan/sheet/${made.notice}`;
  const head = official('HEAD');
  const answer = await get(url, head);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' });
  expect(answer.headers['content-disposition']).toMatch(/^inline;/);
  expect(answer.rawPayload).toEqual(await papers().read(1, made.notice));
  expect(await openingsOf(head)).toEqual([{ reason: 'READING', notices: [made.notice] }]);
  const others = [official('ANALYST'), official('EXECUTOR', randomUUID())];
  for (const one of others) expect((await get(url, one)).statusCode).not.toBe(200);
  expect((await get(`/letters/tompo/sheet/${made.notice}`, official('HEAD'))).statusCode).not.toBe(200);
});

it('lists what officials may open, without an opening, and for no other department', async () => {
  const head = official('HEAD');
  const list = (by: Actor, appeal = made.appeal) =>
    service.resolve<object[]>('keptLetters', { district: 'aldan', appeal }, by);
  const { number } = (await papers().of(1, made.notice))!;
  expect(await list(head)).toContainEqual({ id: made.notice, number, annulled: false, marked: false });
  expect(await openingsOf(head)).toEqual([]);
  expect([await list(official('EXECUTOR', randomUUID())), await list(head, randomUUID())]).toEqual([[], []]);
});

it('makes no copy with the mark of a signature where there is no qualified one', async () => {
  const url = `/letters/aldan/copy/${made.notice}`;
  for (const one of [official('HEAD'), residentOf(made.appeal), anyone])
    expect((await get(url, one)).statusCode).not.toBe(200);
});

it('says of a code what the sheet is, to anyone, and nothing of the person; in no other district', async () => {
  const { code, number, sha256, size } = (await papers().of(1, made.notice))!;
  const answer = await get(`/letters/aldan/code/${code.toLowerCase()}`, anyone);
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { kind: 'ANSWERED', number, datedOn: '2026-11-24', sha256, size, annulled: false },
  ]);
  expect((await get(`/letters/tompo/code/${code}`, anyone)).statusCode).not.toBe(200);
  expect((await get(`/letters/aldan/code/${'0'.repeat(12)}`, anyone)).statusCode).not.toBe(200);
});

it('says of the code of a letter that was taken back that it is annulled', async () => {
  const paper = { regime: 'APPEAL_59FZ', address: '678900, г. Алдан, ул. Ленина, 1' };
  const other = await newCase(undefined, undefined, 'PAPER', paper);
  await tellAll(other);
  const { appeal, person } = other;
  const code = 'A1B2C3D4E5F6';
  const facts = { district: 1, notice: other.notice, appeal, person, code, kind: 'ANSWERED' as const };
  await papers().keep({ ...facts, number: '118', datedOn: '2026-11-24', pdf: await blankPdf() });
  const url = `/letters/aldan/code/${code}`;
  expect((await get(url, anyone)).json()).toMatchObject({ kind: 'ANSWERED', annulled: false });
  await deliver(tell('intake.events', 'AppealWithdrawn', other.appeal, other.appeal, {}));
  expect(await types(other.notice)).toEqual(['NoticeOpened', 'NoticeCancelled']);
  expect((await get(url, anyone)).json()).toMatchObject({ kind: 'ANSWERED', annulled: true });
  const shown = await get(`/letters/aldan/sheet/${other.notice}`, official('HEAD'));
  const kept = (await papers().read(1, other.notice))!;
  expect([shown.statusCode, shown.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect(shown.rawPayload.equals(kept)).toBe(false);
  const listed = await service.resolve<object[]>(
    'keptLetters',
    { district: 'aldan', appeal: other.appeal },
    official('HEAD'),
  );
  expect(listed).toMatchObject([{ id: other.notice, annulled: true }]);
}, 90_000);

it('gives the resident no letter that waits for the signature that it demands', async () => {
  const aldan = directory.districtById(1)!;
  const { letters } = aldan;
  Object.assign(aldan, { letters: { signature: { kinds: ['ANSWERED'], level: 'VALID' } } });
  const other = await newCase('anna@aldan.example', 'EMAIL', 'SITE', { regime: 'APPEAL_59FZ' });
  await tellAll(other);
  Object.assign(aldan, { letters });
  await eventually(async () => papers().of(1, other.notice), 60_000);
  expect(await types(other.notice)).toEqual(['NoticeOpened']);
  const listed = await service.resolve<readonly { readonly id: string }[]>(
    'residentLetters',
    {},
    residentOf(other.appeal),
  );
  expect(listed.map(({ id }) => id)).not.toContain(other.notice);
  expect((await get(`/letters/aldan/sheet/${other.notice}`, residentOf(other.appeal))).statusCode).not.toBe(200);
}, 90_000);

it('refuses an address that tries codes, and no other', async () => {
  const url = `/letters/aldan/code/${'0'.repeat(12)}`;
  const tried = await Promise.all(Array.from({ length: 60 }, () => get(url, anyone, '198.51.100.7')));
  expect(tried.every(({ statusCode }) => statusCode !== 200)).toBe(true);
  const limited = await get(url, anyone, '198.51.100.7');
  expect(limited.json()).toMatchObject({ message: new RateLimited().message });
  const { code } = (await papers().of(1, made.notice))!;
  expect((await get(`/letters/aldan/code/${code}`, anyone, '203.0.113.9')).statusCode).toBe(200);
});

it('gives no byte of the sheet once the person is erased', async () => {
  await vault.destroy({ query: async () => ({}) as never }, 1, made.person, 'asked');
  expect((await get(`/letters/aldan/sheet/${made.notice}`, residentOf(made.appeal))).statusCode).not.toBe(200);
  const erased = { person: made.person, ground: 'REQUEST' };
  await deliver(tell('intake.events', 'PersonErased', made.appeal, made.appeal, erased));
  expect(await service.resolve('residentLetters', {}, residentOf(made.appeal))).toEqual([]);
});

it('gives the kept sheets of a report by the pass that names them, to its official alone', async () => {
  const head = official('HEAD');
  const sheet = await newCase('report@aldan.example', 'EMAIL', 'SITE', { regime: 'APPEAL_59FZ' });
  await tellAll(sheet);
  await eventually(async () => papers().of(1, sheet.notice), 60_000);
  const pass = (over: Partial<PrintPass> = {}) =>
    signPass(service.get(Secrets).of(PRINT_PASS), {
      district: 1,
      official: head.id,
      opening: randomUUID(),
      letters: [sheet.notice],
      at: service.get(Clock).now(),
      ...over,
    } satisfies PrintPass);
  const post = async (payload: object, as: Actor, district = 'aldan') => {
    actor = as;
    return fastify.inject({ method: 'POST', url: `/letters/${district}/sheets`, payload });
  };
  const notices = [sheet.notice, randomUUID()];
  const answer = await post({ pass: pass(), notices }, head);
  expect(answer.statusCode).toBe(200);
  const files = unpacked(answer.rawPayload);
  expect([...files.keys()]).toEqual([`${sheet.notice}.pdf`]);
  expect(Buffer.from(files.get(`${sheet.notice}.pdf`)!)).toEqual(await papers().read(1, sheet.notice));
  const others = await post({ pass: pass({ letters: [randomUUID()] }), notices }, head);
  expect([...unpacked(others.rawPayload).keys()]).toEqual([]);
  const refused = [
    await post({ pass: pass(), notices }, official('HEAD')),
    await post({ pass: pass({ official: head.id }), notices }, { ...official('EXECUTOR'), id: head.id }),
    await post({ pass: pass(), notices }, { ...head, assignments: [{ district: 1, role: 'HEAD', department: 'd1' }] }),
    await post({ pass: pass({ at: '2020-01-01T00:00:00.000Z' }), notices }, head),
    await post({ pass: pass({ district: 2 }), notices }, head),
    await post({ pass: pass(), notices }, anyone),
    await post({ pass: pass(), notices: ['no id'] }, head),
    await post({ notices }, head),
    await post({ pass: pass(), notices: Array.from({ length: 51 }, () => randomUUID()) }, head),
  ];
  for (const one of refused) expect(one.statusCode).not.toBe(200);
}, 90_000);
