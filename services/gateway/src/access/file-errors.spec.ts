import { afterAll, beforeAll, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { readableFileErrors } from './file-errors.js';

const errors = { errors: [{ message: 'В файле найден вирус.', extensions: { code: 'FILE_INFECTED' } }] };
const file = '/files/aldan/1';
const html = { accept: 'text/html,*/*;q=0.8' };
let fastify: FastifyInstance;
let answer: { readonly status: number; readonly body: unknown };

beforeAll(async () => {
  fastify = Fastify();
  readableFileErrors(fastify);
  for (const url of ['/files/:district/:id', '/other'])
    fastify.get(url, (_, reply) => reply.code(answer.status).type('application/json').send(answer.body));
});
afterAll(() => fastify.close());

async function asked(url: string, status: number, body: unknown, headers: Record<string, string> = {}) {
  answer = { status, body };
  const { statusCode, headers: told, body: text } = await fastify.inject({ url, headers });
  return { statusCode, type: told['content-type'], text };
}

const stream = () => Readable.from([JSON.stringify(errors)]);

it.each([
  ['of this process', () => errors],
  ['of another process', stream],
])('an error %s is read in words in a browser', async (_, body) => {
  const told = { statusCode: 400, type: 'text/plain; charset=utf-8', text: 'В файле найден вирус.' };
  expect(await asked(file, 400, body(), html)).toEqual(told);
});

it.each([
  ['for a program', file, 400, {}],
  ['of another route', '/other', 400, html],
  ['that is no error', file, 200, html],
] as const)('an answer %s stays as it is', async (_, url, status, headers) => {
  expect(JSON.parse((await asked(url, status, errors, { ...headers })).text)).toEqual(errors);
});

it('an error in another form stays as it is', async () => {
  expect((await asked(file, 502, Readable.from(['no JSON']), html)).text).toBe('no JSON');
});
