import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Overloaded } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { createLogger } from '@otklik/observability';
import { fastify, type FastifyInstance } from 'fastify';
import { preparePages } from './session-pages.js';

let server: FastifyInstance;
const errors: Readonly<Record<string, Error>> = {
  overloaded: new Overloaded(),
  database: Object.assign(new Error('sorry, too many clients already'), { code: '53300' }),
  absent: new Fault('NOT_FOUND'),
  defect: new Error('a secret of ours'),
};

beforeAll(() => {
  server = fastify();
  const origin = new URL('http://127.0.0.1:4000');
  preparePages(server, { origins: { own: origin, allowed: [] }, logger: createLogger({ level: 'silent' }) });
  server.get<{ Params: { error: string } }>('/:error', ({ params }) => {
    throw errors[params.error];
  });
});
afterAll(() => server.close());

describe('what fails on the way in or out', () => {
  it.each([
    ['overloaded', 503, 'слишком много запросов'],
    ['database', 503, 'Попробуйте через минуту'],
    ['absent', 404, 'Не найдено'],
    ['defect', 500, ''],
  ])('is a page with a sentence, and the way to begin again: %s', async (error, status, words) => {
    const answer = await server.inject({ url: `/${error}`, headers: { 'accept-language': 'ru' } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain('href="/session/sign-in"');
    expect(answer.body).not.toMatch(/extensions|a secret of ours|too many clients/);
  });
});
