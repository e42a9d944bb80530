import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { QueryFileOpeningsArgs, Receipt } from '@otklik/contracts/generated/graphql';
import { IdempotencyKeyReused } from '@otklik/kernel';
import { anyone, type Actor } from '@otklik/tenancy';
import { eventually, smallPdf } from '@otklik/testing';
import Fastify, { type FastifyInstance } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import sharp from 'sharp';
import { intakeWorld, type IntakeWorld } from '../../../intake-world.fixture.js';
import { intakeService } from '../../../intake.module.js';
import { FileRoutes } from './files.routes.js';
import { serviceUnderTest } from '@otklik/host/testing';

const consent = '2026-09-01';
let world: IntakeWorld;
let fastify: FastifyInstance;
let asker: Actor = anyone;
beforeAll(async () => {
  world = await intakeWorld();
  fastify = Fastify();
  // Plays the edge's error handler.
  fastify.setErrorHandler((error: Error & { code?: string; statusCode?: number }, _, reply) =>
    reply.code(error.statusCode ?? 400).send({ name: error.name, code: error.code }),
  );
  const edge = { actorOf: async () => asker };
  await fastify.register(async (scope) => world.routes(scope, edge));
});
afterAll(async () => {
  await fastify.close();
  await world.stop();
});

interface Kept {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

async function post(
  bytes: Buffer,
  name = 'photo.jpg',
  type = 'image/jpeg',
  url = '/files?district=aldan',
  server = fastify,
) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

const photo = (width = 64, height = 32) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Copyright: 'Айта Петрова' }, IFD3: { GPSLatitude: '58/1 36/1 0/1' } })
    .jpeg()
    .toBuffer();
const pdf = smallPdf();

async function kept(bytes: Buffer): Promise<Kept> {
  const answer = await post(bytes);
  expect(answer.statusCode).toBe(201);
  return answer.json<Kept>();
}

async function attached(...files: readonly string[]): Promise<Receipt> {
  const input = { district: 'aldan', key: randomUUID(), text: 'Фото прилагаю.', files, consent };
  const answer = await world.submission.submitAppeal(input, world.anyone());
  expect(answer).toMatchObject({ __typename: 'Receipt' });
  return answer as Receipt;
}

const get = (id: string, actor: Actor, district = 'aldan') => {
  asker = actor;
  return fastify.inject({ method: 'GET', url: `/files/${district}/${id}` });
};

it('stores an image upright and without its metadata', async () => {
  const original = await photo();
  expect((await sharp(original).metadata()).exif).toBeDefined();
  const file = await kept(original);
  await attached(file.id);
  const answer = await get(file.id, world.as('MODERATOR').actor);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `inline; filename="${file.id}.jpg"; filename*=UTF-8''photo.jpg`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  });
  expect((await sharp(answer.rawPayload).metadata()).exif).toBeUndefined();
  expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(file.sha256);
  expect(answer.rawPayload).toHaveLength(file.size);
  expect(await world.rows('file_opened')).toEqual([expect.objectContaining({ file: file.id })]);
});

it('tells who opened which file, the latest first, a page that is loaded again once', async () => {
  const files = [await kept(await photo(50, 50)), await kept(await photo(51, 50))];
  const { id: appeal, version, number: receipt } = await attached(...files.map(({ id }) => id));
  const { actor } = world.as('MODERATOR');
  const official = actor.kind === 'official' ? actor.id : '';
  for (const { id } of [...files, ...files]) expect((await get(id, actor)).statusCode).toBe(200);
  const context = world.as('CONTROLLER');
  const read = (more: Omit<QueryFileOpeningsArgs, 'district'>) =>
    world.fileOpenings({ district: 'aldan', ...more }, context);
  const first = await read({ appeal, first: 1 });
  const second = await read({ appeal, first: 1, after: first.pageInfo.endCursor ?? null });
  const opened = [...first.nodes, ...second.nodes];
  expect(opened.map(({ file }) => file).sort()).toEqual(files.map(({ id }) => id).sort());
  expect(opened).toMatchObject([{ official, appeal, receipt, number: null }, { appeal }]);
  expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  expect((await read({ appeal, official: appeal })).nodes).toEqual([]);
  expect((await read({ appeal, to: '2020-01-01' })).nodes).toEqual([]);
  const act = { district: 'aldan', id: appeal, key: randomUUID(), expectedVersion: version };
  const taken = await world.moderation.takeUpMessage(act, world.as('MODERATOR'));
  if (taken.__typename !== 'Change') throw new Error(taken.__typename);
  const next = { ...act, key: randomUUID(), expectedVersion: taken.version };
  const given = await world.moderation.registerAppeal(next, world.as('REGISTRAR'));
  expect(given).toMatchObject({ number: expect.stringContaining('АЛД') });
  const number = given.__typename === 'Change' ? given.number : '';
  expect((await read({ appeal })).nodes).toMatchObject([{ number }, { number }]);
});

it('opens a file for the resident of its appeal, and for no other resident', async () => {
  const file = await kept(await photo(40, 40));
  const { id } = await attached(file.id);
  const other = await attached();
  const before = await world.rows('file_opened');
  expect((await get(file.id, (await world.residentOf(id)).actor)).statusCode).toBe(200);
  expect((await get(file.id, (await world.residentOf(other.id)).actor)).statusCode).not.toBe(200);
  expect((await get(file.id, (await world.residentOf(id)).actor, 'tompo')).statusCode).not.toBe(200);
  expect(await world.rows('file_opened')).toEqual(before);
});

it('keeps the name of a file sealed, with the upload and with the appeal that claims it', async () => {
  const [first, second] = [
    await post(pdf, 'Пестерева, лист 1.pdf', 'application/pdf'),
    await post(await photo(20, 20), '..'),
  ];
  const ids = [first!.json<Kept>().id, second!.json<Kept>().id];
  const { id } = await attached(...ids);
  const answer = await get(ids[0]!, world.as('EXECUTOR').actor);
  const encoded = encodeURIComponent('Пестерева, лист 1.pdf');
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="${ids[0]}.pdf"; filename*=UTF-8''${encoded}`,
  );
  const [received] = await world.store.read(1, id);
  const data = received!.data as { files: readonly Kept[]; fileNames: string };
  const names = await world.vault.open(1, data.fileNames, { eventId: received!.id, field: 'fileNames' });
  expect(data.files.map((file, at) => [file.id, (JSON.parse(names!) as string[])[at]])).toEqual(
    expect.arrayContaining([[ids[0], 'Пестерева, лист 1.pdf']]),
  );
  expect(JSON.stringify([await world.rows('file'), received])).not.toContain('Пестерева');
  const plain = await attached((await kept(await photo(21, 21))).id);
  expect((await world.store.read(1, plain.id))[0]!.data).toHaveProperty('fileNames');
});

it('shows a small picture of an image, and none of a document', async () => {
  const large = await kept(await photo(1_600, 800));
  const document = (await post(pdf, 'scan.pdf', 'application/pdf')).json<Kept>();
  await attached(large.id, document.id);
  asker = world.as('MODERATOR').actor;
  const small = (id: string) => fastify.inject({ method: 'GET', url: `/files/aldan/${id}?size=thumb` });
  const answer = await small(large.id);
  expect(answer.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' });
  expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ width: 320, height: 160, format: 'webp' });
  expect((await small(document.id)).statusCode).not.toBe(200);
  asker = world.anyone().actor;
  expect((await small(large.id)).statusCode).not.toBe(200);
});

it('stores of a PDF its pages, in sealed chunks', async () => {
  const large = smallPdf('a secret line '.repeat(30_000));
  const author = Buffer.from('\n7 0 obj\n<< /Author (Айта Петрова) /JS (app.alert) >>\nendobj\n');
  const file = await kept(Buffer.concat([large, author]));
  await attached(file.id);
  const opened = (await get(file.id, world.as('EXECUTOR').actor)).rawPayload;
  expect([opened.includes('app.alert'), createHash('sha256').update(opened).digest('hex')]).toEqual([
    false,
    file.sha256,
  ]);
  const chunks = (await world.rows('file_chunk')) as readonly { file: string; sealed: Buffer }[];
  const mine = chunks.filter((chunk) => chunk.file === file.id);
  expect(mine.length).toBeGreaterThanOrEqual(1);
  expect(mine.some(({ sealed }) => sealed.includes('%PDF'))).toBe(false);
});

it.each<[string, () => Promise<Buffer> | Buffer, string]>([
  [
    'is a program called photo.jpg',
    () => Buffer.from('MZ\u0090\u0000\u0003' + 'x'.repeat(600), 'latin1'),
    'FILE_TYPE_UNKNOWN',
  ],
  ['is a page with a script', () => Buffer.from('<html><script>alert(1)</script></html>'), 'FILE_TYPE_UNKNOWN'],
  ['only begins like a picture', () => Buffer.from('ffd8ffe000104a464946000101', 'hex'), 'FILE_TYPE_UNKNOWN'],
  ['is half a picture', async () => (await photo(400, 400)).subarray(0, 700), 'FILE_TYPE_UNKNOWN'],
  [
    'is a GIF',
    () => Buffer.from('47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b', 'hex'),
    'FILE_TYPE_UNKNOWN',
  ],
  ['is empty', () => Buffer.alloc(0), 'FILE_EMPTY'],
  ['has more than 10 MB', () => Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]), 'FST_REQ_FILE_TOO_LARGE'],
  ['is a damaged PDF', () => pdf.subarray(0, 40), 'FILE_DAMAGED'],
  ['unfolds to 49 million pixels', () => photo(7_000, 7_000), 'TOO_LARGE'],
])('refuses a file that %s', async (_, bytes, code) => {
  const answer = await post(await bytes());
  expect(answer.json()).toMatchObject({ code });
});

it('refuses a body without a file, and an unknown district', async () => {
  const json = await fastify.inject({ method: 'POST', url: '/files', payload: { file: 'x' } });
  expect([json.statusCode, json.json().code]).toEqual([400, 'BAD_INPUT']);
  for (const url of ['/files?district=nowhere', '/files']) {
    expect((await post(pdf, 'a.pdf', 'application/pdf', url)).json()).toMatchObject({ name: 'NotFound' });
  }
});

it('lets one appeal of its own district claim a file', async () => {
  const { id } = await kept(await photo());
  await attached(id);
  const again = { district: 'aldan', key: randomUUID(), text: 'Чужое фото.', files: [id], consent };
  expect(await world.submission.submitAppeal(again, world.anyone())).toMatchObject({ code: 'FILE_UNKNOWN' });
  const free = await kept(await photo());
  const there = { ...again, key: randomUUID(), files: [free.id] };
  expect(await world.submission.submitAppeal(there, world.anyone('tompo'))).toMatchObject({ code: 'FILE_UNKNOWN' });
  const six = [free.id, ...(await Promise.all(Array.from({ length: 5 }, async () => (await kept(pdf)).id)))];
  expect(await world.submission.submitAppeal({ ...again, files: six }, world.anyone())).toMatchObject({
    code: 'TOO_MANY_FILES',
  });
  await attached(free.id);
});

it('refuses too many files before looking any up', async () => {
  const files = Array.from({ length: 6 }, () => randomUUID());
  const many = { district: 'aldan', key: randomUUID(), text: 'Много файлов.', files, consent };
  expect(await world.submission.submitAppeal(many, world.anyone())).toMatchObject({ code: 'TOO_MANY_FILES' });
});

it('lets one of two submissions with the same file claim it', async () => {
  const { id } = await kept(pdf);
  const answers = await Promise.all(
    Array.from({ length: 2 }, () =>
      world.submission.submitAppeal(
        { district: 'aldan', key: randomUUID(), text: 'Моё.', files: [id], consent },
        world.anyone(),
      ),
    ),
  );
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Receipt', 'Refusal']);
});

it('serves a file only to roles that work on the appeal', async () => {
  const { id } = await kept(pdf);
  const moderator = world.as('MODERATOR').actor;
  const refusal = async (...asked: Parameters<typeof get>) => (await get(...asked)).json<{ name: string }>().name;
  expect(await refusal(id, moderator)).toBe('NotFound');
  await attached(id);
  expect((await get(id, moderator)).statusCode).toBe(200);
  expect(await refusal(id, anyone)).toBe('Unauthenticated');
  expect(await refusal(id, world.as('ANALYST').actor)).toBe('Forbidden');
  expect(await refusal(id, { kind: 'resident', district: 1, appeal: id, person: id })).toBe('NotFound');
  expect(await refusal(id, moderator, 'tompo')).toBe('NotFound');
  expect(await refusal(id, moderator, 'nowhere')).toBe('NotFound');
  expect(await refusal('not-an-id', moderator)).toBe('NotFound');
});

it('serves it in the departments of the appeal’s questions and to their co-executors, and to no other department', async () => {
  const { id } = await kept(await photo(41, 40));
  const appeal = (await attached(id)).id;
  const executor = (official: string, department: string): Actor => ({
    kind: 'official',
    id: official,
    login: official,
    name: official,
    assignments: [{ district: 1, role: 'EXECUTOR', department }],
  });
  const opened = async (actor: Actor) => (await get(id, actor)).statusCode === 200;
  const three = randomUUID();
  const [roads, housing] = [executor(randomUUID(), 'u'), executor(randomUUID(), 'h')];
  const helper = executor(three, 'h');
  const question = randomUUID();
  const tell = (type: string, version: number, data: object) =>
    world.deliverRouting(appeal, { type, question, version, data });
  expect(await opened(roads)).toBe(false);
  await tell('QuestionOpened', 1, {});
  await tell('QuestionRouted', 2, { department: 'utilities' });
  expect([await opened(roads), await opened(housing), await opened(helper)]).toEqual([true, false, false]);
  await tell('CoExecutorsAssigned', 3, { officials: [three], departments: [] });
  expect([await opened(roads), await opened(housing), await opened(helper)]).toEqual([true, false, true]);
  const inHisStead = { district: 1, role: 'EXECUTOR', department: 'h', onBehalfOf: three } as const;
  expect(await opened({ ...executor(randomUUID(), 'h'), assignments: [inHisStead] } as Actor)).toBe(true);
  // Of another question of the same appeal: the files are the letter's, not one question's.
  await tell('CoExecutorsAssigned', 4, { officials: [], departments: ['housing'] });
  expect([await opened(housing), await opened(helper)]).toEqual([true, true]);
  await tell('CoExecutorsAssigned', 5, { officials: [], departments: [] });
  await tell('QuestionReturned', 6, {});
  expect([await opened(roads), await opened(housing), await opened(helper)]).toEqual([false, false, false]);
});

it('accepts files of supplements, up to five in total', async () => {
  const [first, second] = [await kept(pdf), await kept(pdf)];
  const receipt = await attached(first.id);
  const resident = await world.residentOf(receipt.id);
  const more = { key: randomUUID(), text: 'Ещё фото.', files: [second.id] };
  expect(await world.resident.supplementAppeal(more, resident)).toMatchObject({ version: 2 });
  expect(await world.resident.supplementAppeal(more, resident)).toMatchObject({ version: 2 });
  expect((await get(second.id, world.as('MODERATOR').actor)).statusCode).toBe(200);
});

it('leaves a file unclaimed when its submission reuses the key of another', async () => {
  const [first, other] = await Promise.all([kept(pdf), kept(await photo())]);
  const input = { district: 'aldan', key: randomUUID(), text: 'Фото прилагаю.', files: [first.id], consent };
  await world.submission.submitAppeal(input, world.anyone());
  const again = world.submission.submitAppeal({ ...input, files: [other.id] }, world.anyone());
  await expect(again).rejects.toBeInstanceOf(IdempotencyKeyReused);
  await attached(other.id);
});

it('refuses to add a file to an appeal whose person was erased', async () => {
  const receipt = await attached();
  const resident = await world.residentOf(receipt.id);
  const { id } = await kept(pdf);
  await world.operations.erase({
    district: 1,
    subject: receipt.id,
    actor: { kind: 'system', id: 'operator' },
    ground: 'COURT',
  });
  const late = { key: randomUUID(), text: 'Ещё фото.', files: [id] };
  expect(await world.resident.supplementAppeal(late, resident)).toMatchObject({ code: 'APPEAL_STATE_FORBIDS' });
});

it('removes files with their person, and unclaimed ones after a day', async () => {
  const claimed = await kept(pdf);
  const receipt = await attached(claimed.id);
  const free = await kept(pdf);
  await world.operations.sweep();
  await world.operations.erase({
    district: 1,
    subject: receipt.id,
    actor: { kind: 'system', id: 'operator' },
    ground: 'COURT',
  });
  expect((await get(claimed.id, world.as('MODERATOR').actor)).json()).toMatchObject({ name: 'NotFound' });
  world.pass(25 * 3_600_000);
  await world.operations.sweep();
  const left = [...(await world.rows('file')), ...(await world.rows('file_chunk'))];
  expect(JSON.stringify(left)).not.toContain(claimed.id);
  expect(JSON.stringify(left)).not.toContain(free.id);
  expect(left.length).toBeGreaterThan(0);
});

it('limits the files for a district from one address, unless the limit is 0', async () => {
  const limited = await limitedTo('2');
  expect(await limited()).toEqual([201, 201, 'RateLimited', 201]);
  expect(await (await limitedTo('0'))()).toEqual([201, 201, 201, 201]);
});

async function limitedTo(uploads: string) {
  const { own, close } = await another(uploads);
  return async () => {
    const answers: (number | string)[] = [];
    for (const district of ['aldan', 'aldan', 'aldan', 'tompo']) {
      const answer = await post(pdf, 'a.pdf', 'application/pdf', `/files?district=${district}`, own);
      answers.push(answer.statusCode === 201 ? 201 : answer.json<{ name: string }>().name);
    }
    await close();
    return answers;
  };
}

async function another(uploads: string) {
  const own = Fastify();
  own.setErrorHandler((error: Error, _, reply) => reply.code(400).send({ name: error.name }));
  const environment = { OTKLIK_LIMIT_UPLOADS: uploads };
  const service = await serviceUnderTest(intakeService, { ...world.resources, environment });
  await own.register((scope) => service.get(FileRoutes).register(scope, { actorOf: async () => anyone }));
  const close = async (): Promise<void> => {
    await own.close();
    await service.close();
  };
  return { own, close };
}

it('answers 503 when the body budget is exhausted, and releases the budget of an aborted upload', async () => {
  const { own, close } = await another('0');
  const url = await own.listen({ host: '127.0.0.1', port: 0 });
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': 10 * 1024 * 1024 };
  const sent = Array.from({ length: 5 }, () => {
    const options = { method: 'POST', headers, signal: AbortSignal.timeout(4_000) };
    const one = request(`${url}/files?district=aldan`, options).on('error', () => undefined);
    one.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc');
    return one;
  });
  const [answer] = (await Promise.race(sent.map((one) => once(one, 'response')))) as [IncomingMessage];
  expect(await json(answer)).toEqual({ name: 'Overloaded' });
  const upload = () => post(pdf, 'a.pdf', 'application/pdf', '/files?district=aldan', own);
  expect((await upload()).json()).toEqual({ name: 'Overloaded' });
  for (const one of sent) one.destroy();
  await eventually(async () => ((await upload()).statusCode === 201 ? true : undefined));
  await close();
});

it('stores the same file of the same form once, also after a lost answer', async () => {
  const [bytes, key] = [await photo(48, 16), randomUUID()];
  const keyed = async (file: Buffer, form: string): Promise<string> => {
    const answer = await post(file, 'a.jpg', 'image/jpeg', `/files?district=aldan&key=${form}`);
    expect(answer.statusCode).toBe(201);
    return answer.json<Kept>().id;
  };
  const [first, second] = await Promise.all([keyed(bytes, key), keyed(bytes, key)]);
  expect(second).toBe(first);
  await attached(first);
  expect(await keyed(bytes, key)).toBe(first);
  expect((await get(first, world.as('MODERATOR').actor)).statusCode).toBe(200);
  const others = await Promise.all([keyed(bytes, randomUUID()), keyed(await photo(16, 16), key)]);
  expect(new Set([first, ...others]).size).toBe(3);
});

it('stores a file again whose unclaimed upload was removed', async () => {
  const [bytes, url] = [await photo(24, 16), `/files?district=aldan&key=${randomUUID()}`];
  const first = (await post(bytes, 'a.jpg', 'image/jpeg', url)).json<Kept>().id;
  world.pass(25 * 3_600_000);
  await world.operations.sweep();
  const again = (await post(bytes, 'a.jpg', 'image/jpeg', url)).json<Kept>().id;
  expect(again).not.toBe(first);
  await attached(again);
});

it.each([
  ['without a boundary', 'multipart/form-data', 'x'],
  ['cut off in a head', 'multipart/form-data; boundary=b', '--b\r\ncontent-dispo'],
  [
    'cut off in the file',
    'multipart/form-data; boundary=b',
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
  ],
])('refuses a form %s', async (_, type, payload) => {
  const headers = { 'content-type': type };
  const answer = await fastify.inject({ method: 'POST', url: '/files?district=aldan', headers, payload });
  expect(answer.json()).toEqual({ name: 'BadInput', code: 'BAD_INPUT' });
});
