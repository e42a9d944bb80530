import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Receipt } from '@otklik/contracts/generated/graphql';
import { readFileReceipt } from '@otklik/host';
import { anyone, type Actor } from '@otklik/tenancy';
import { smallPdf } from '@otklik/testing';
import Fastify, { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { intakeWorld, testSecret, type IntakeWorld } from '../../../intake-world.fixture.js';

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
  await fastify.register(async (scope) => world.routes(scope, { actorOf: async () => asker }));
});
afterAll(async () => {
  await fastify.close();
  await world.stop();
});

interface Uploaded {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly receipt: string;
}

async function upload(actor: Actor, query: Readonly<Record<string, string>>, text = 'a plan') {
  asker = actor;
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(smallPdf(text))], { type: 'application/pdf' }), 'Схема.pdf');
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return fastify.inject({
    method: 'POST',
    url: `/files?${new URLSearchParams({ district: 'aldan', ...query })}`,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

async function uploaded(response: string, key: string = randomUUID()): Promise<Uploaded> {
  const answer = await upload(world.as('EXECUTOR').actor, { response, key });
  expect(answer.statusCode).toBe(201);
  return answer.json<Uploaded>();
}

async function received(): Promise<string> {
  const input = { district: 'aldan', key: randomUUID(), text: 'Дорогу размыло.', files: [] };
  const answer = (await world.submission.submitAppeal(input, world.anyone())) as Receipt;
  return answer.id;
}

const statusFor = async (actor: Actor, id: string, district = 'aldan') => {
  asker = actor;
  return (await fastify.inject({ method: 'GET', url: `/files/${district}/${id}` })).statusCode;
};
const residentOf = async (appeal: string) => (await world.residentOf(appeal)).actor;

let version = 1;
/** A fact of the response about its files. */
const told = (appeal: string, response: string, type: string, files: readonly Uploaded[], more: object = {}) =>
  world.deliverRouting(appeal, {
    type,
    question: response,
    version: (version += 1),
    data: { files: files.map(({ id, type: kind, size, sha256 }) => ({ id, type: kind, size, sha256 })), ...more },
  });

it('takes a file for an answer from executors alone, with a receipt for its response', async () => {
  const [response, key] = [randomUUID(), randomUUID()];
  for (const actor of [anyone, world.as('MODERATOR').actor])
    expect((await upload(actor, { response })).statusCode).not.toBe(201);
  expect((await upload(world.as('EXECUTOR').actor, { response: 'x' })).json()).toMatchObject({ code: 'BAD_INPUT' });
  expect((await upload(world.as('EXECUTOR').actor, { response, district: 'nowhere' })).statusCode).not.toBe(201);
  const { receipt, ...file } = await uploaded(response, key);
  const read = readFileReceipt(testSecret('file-receipt'), { district: 1, response }, receipt, world.at());
  expect(await read).toEqual(file);
  expect(file).toMatchObject({ name: 'Схема.pdf', type: 'application/pdf' });
  expect((await uploaded(response, key)).id).toBe(file.id);
  expect((await uploaded(randomUUID(), key)).id).not.toBe(file.id);
});

it('hides a file of a draft from the resident until the answer is signed, and while the signature is of no force', async () => {
  const [appeal, other, response, answer] = [await received(), await received(), randomUUID(), randomUUID()];
  const file = await uploaded(response);
  const [official, resident] = [world.as('CONTROLLER').actor, await residentOf(appeal)];
  expect(await statusFor(official, file.id)).not.toBe(200);
  await told(appeal, response, 'ResponseDrafted', [file]);
  expect(await statusFor(official, file.id)).toBe(200);
  expect(await statusFor(resident, file.id)).not.toBe(200);
  await told(appeal, response, 'ResponseSigned', [file], { answer });
  expect(await statusFor(resident, file.id)).toBe(200);
  expect(await statusFor(await residentOf(other), file.id)).not.toBe(200);
  expect(await statusFor(resident, file.id, 'tompo')).not.toBe(200);
  await told(appeal, response, 'ResponseRevoked', [], { answer });
  expect(await statusFor(resident, file.id)).not.toBe(200);
  await told(appeal, response, 'RevocationCameLate', [], { answer });
  expect(await statusFor(resident, file.id)).toBe(200);
  await told(appeal, response, 'DraftVoided', []);
  expect(await statusFor(resident, file.id)).not.toBe(200);
});

it('leaves what was given to the resident when another answer is prepared, and erases all with the person', async () => {
  const [appeal, response] = [await received(), randomUUID()];
  const [first, second] = [await uploaded(response), await uploaded(response)];
  const resident = await residentOf(appeal);
  await told(appeal, response, 'ResponseDrafted', [first]);
  await told(appeal, response, 'ResponseSigned', [first], { answer: randomUUID() });
  await told(appeal, response, 'ResponseReopened', []);
  await told(appeal, response, 'ResponseDrafted', [second]);
  await told(appeal, response, 'DraftVoided', []);
  expect(await statusFor(resident, first.id)).toBe(200);
  expect(await statusFor(resident, second.id)).not.toBe(200);
  await world.operations.erase({ district: 1, subject: appeal, actor: { kind: 'system' }, ground: 'ERROR' });
  expect(await statusFor(world.as('CONTROLLER').actor, first.id)).not.toBe(200);
  const rows = (await world.rows('answer_file')) as readonly { appeal: string }[];
  expect(rows.filter((row) => row.appeal === appeal)).toEqual([]);
  expect((await world.rows('file')).filter((row) => (row as { appeal: string }).appeal === appeal)).toEqual([]);
});

it('claims nothing of an erased person, and no file of another appeal', async () => {
  const [appeal, other, erased, response] = [await received(), await received(), await received(), randomUUID()];
  const [file, late] = [await uploaded(response), await uploaded(response)];
  await told(appeal, response, 'ResponseDrafted', [file]);
  await told(other, randomUUID(), 'ResponseDrafted', [file]);
  await told(other, randomUUID(), 'ResponseSigned', [file], { answer: randomUUID() });
  expect(await statusFor(await residentOf(other), file.id)).not.toBe(200);
  await world.operations.erase({ district: 1, subject: erased, actor: { kind: 'system' }, ground: 'ERROR' });
  await told(erased, randomUUID(), 'ResponseDrafted', [late]);
  expect(await statusFor(world.as('CONTROLLER').actor, late.id)).not.toBe(200);
});
