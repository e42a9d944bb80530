import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Receipt } from '@otklik/contracts/generated/graphql';
import { smallPdf } from '@otklik/testing';
import { anyone, type Actor } from '@otklik/tenancy';
import Fastify, { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../../../intake-world.fixture.js';
import { EICAR, FakeClamd } from '../clamd/clamd.fixture.js';

const clamd = new FakeClamd();
let world: IntakeWorld;
let fastify: FastifyInstance;
let asker: Actor = anyone;
beforeAll(async () => {
  await clamd.start(0);
  world = await intakeWorld({ OTKLIK_CLAMD: clamd.url });
  fastify = Fastify();
  fastify.setErrorHandler((error: Error & { code?: string }, _, reply) => reply.code(400).send({ code: error.code }));
  await fastify.register(async (scope) => world.routes(scope, { actorOf: async () => asker }));
});
afterAll(async () => {
  await fastify.close();
  await world.stop();
  await clamd.stop();
});

/** A page whose content is the virus: rewriting a document keeps its pages. */
const infected = Buffer.from(
  smallPdf()
    .toString('latin1')
    .replace('/Words <>', '/Contents 4 0 R')
    .replace(
      'trailer',
      `4 0 obj\n<< /Length ${EICAR.length} >>\nstream\n${EICAR.toString()}\nendstream\nendobj\ntrailer`,
    ),
);

async function attached(bytes: Buffer): Promise<{ readonly file: string; readonly appeal: string }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'скан.pdf');
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const headers = { 'content-type': request.headers.get('content-type')! };
  const payload = Buffer.from(await request.arrayBuffer());
  const kept = await fastify.inject({ method: 'POST', url: '/files?district=aldan', headers, payload });
  const file = kept.json<{ id: string }>().id;
  const input = { district: 'aldan', key: randomUUID(), text: 'Скан прилагаю.', files: [file], consent: '2026-09-01' };
  return { file, appeal: ((await world.submission.submitAppeal(input, world.anyone())) as Receipt).id };
}

const open = (id: string, actor: Actor) => {
  asker = actor;
  return fastify.inject({ method: 'GET', url: `/files/aldan/${id}` });
};
const savedAs = (answer: Awaited<ReturnType<typeof open>>) =>
  decodeURIComponent(String(answer.headers['content-disposition']).split("UTF-8''")[1]!);

it('serves no file with a virus, and keeps no opening on record', async () => {
  const { file, appeal } = await attached(infected);
  for (const actor of [world.as('MODERATOR').actor, (await world.residentOf(appeal)).actor]) {
    const answer = await open(file, actor);
    expect([answer.statusCode, answer.json()]).toEqual([400, { code: 'FILE_INFECTED' }]);
  }
  expect(await world.rows('file_opened')).toEqual([]);
});

it('scans a clean file once an hour, and says of one that it could not scan', async () => {
  const [clean, late] = [await attached(smallPdf('one')), await attached(infected)];
  const moderator = world.as('MODERATOR').actor;
  const before = clamd.seen.length;
  expect(savedAs(await open(clean.file, moderator))).toBe('скан.pdf');
  expect(savedAs(await open(clean.file, moderator))).toBe('скан.pdf');
  expect(clamd.seen.length - before).toBe(1);
  await clamd.stop();
  const unscanned = await open(late.file, moderator);
  expect([unscanned.statusCode, savedAs(unscanned)]).toEqual([200, 'Не проверено на вирусы - скан.pdf']);
  await clamd.start();
  expect((await open(late.file, moderator)).json()).toEqual({ code: 'FILE_INFECTED' });
});

it('says so of one that the scanner cannot see the inside of', async () => {
  const { file } = await attached(smallPdf('locked'));
  clamd.says = 'stream: Heuristics.Encrypted.PDF FOUND';
  const answer = await open(file, world.as('MODERATOR').actor);
  expect([answer.statusCode, savedAs(answer)]).toEqual([200, 'Не проверено на вирусы - скан.pdf']);
  clamd.says = undefined;
});
