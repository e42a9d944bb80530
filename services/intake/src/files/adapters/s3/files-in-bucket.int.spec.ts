import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@otklik/contracts/generated/graphql';
import { smallPdf } from '@otklik/testing';
import { maskErrors } from '@otklik/host/graphql';
import Fastify, { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../../../intake-world.fixture.js';
import { harmlessPdf } from '../pdf/harmless-pdf.js';
import { withS3Store } from './store-of-files.fixture.js';

const consent = '2026-09-01';
const pdf = smallPdf('a secret line '.repeat(30_000));

describe('the service with a bucket', () => {
  withS3Store((store) => {
    let world: IntakeWorld;
    let fastify: FastifyInstance;
    const warnings: string[] = [];
    beforeAll(async () => {
      world = await intakeWorld({ FILES_URL: store().url });
      fastify = Fastify();
      const warn = (_: string, facts?: Readonly<Record<string, unknown>>) =>
        void warnings.push(`${(facts?.['error'] as Error).stack}`);
      maskErrors(fastify, { debug: () => {}, info: () => {}, error: () => {}, warn });
      const edge = { actorOf: async () => world.as('MODERATOR').actor };
      await fastify.register(async (scope) => world.routes(scope, edge));
    });
    afterAll(async () => {
      await fastify.close();
      await world.stop();
    });

    async function upload() {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'a.pdf');
      const request = new Request('http://localhost', { method: 'POST', body: form });
      return fastify.inject({
        method: 'POST',
        url: '/files?district=aldan',
        headers: { 'content-type': request.headers.get('content-type')!, 'accept-language': 'ru' },
        payload: Buffer.from(await request.arrayBuffer()),
      });
    }
    const kept = async (): Promise<string> => {
      const answer = await upload();
      expect(answer.statusCode).toBe(201);
      return answer.json<{ id: string }>().id;
    };
    async function submitted(...files: readonly string[]): Promise<string> {
      const input = { district: 'aldan', key: randomUUID(), text: 'Фото прилагаю.', files, consent };
      const answer = await world.submission.submitAppeal(input, world.anyone());
      expect(answer).toMatchObject({ __typename: 'Receipt' });
      return (answer as Receipt).id;
    }
    const open = (id: string) => fastify.inject({ method: 'GET', url: `/files/aldan/${id}` });

    it('stores a file, attaches it to its appeal, serves it, and deletes it with the person', async () => {
      const before = store().countObjects('1');
      const id = await kept();
      const appeal = await submitted(id);
      expect((await open(id)).rawPayload.equals(await harmlessPdf(pdf))).toBe(true);
      expect(await world.rows('file_chunk')).toEqual([]);
      expect(store().countObjects('1')).toBe(before + 1);

      await world.operations.erase({
        district: 1,
        subject: appeal,
        actor: { kind: 'system', id: 'operator' },
        ground: 'COURT',
      });
      expect((await open(id)).statusCode).toBe(404);
      await world.operations.sweep();
      expect(store().countObjects('1')).toBe(before);
      expect(await world.rows('file_object')).toEqual([]);
    });

    it('deletes an upload that no appeal claims within a day', async () => {
      const before = store().countObjects('1');
      await kept();
      expect(store().countObjects('1')).toBe(before + 1);
      world.pass(25 * 3_600_000);
      await world.operations.sweep();
      expect(store().countObjects('1')).toBe(before);
    });

    it('answers 503 while the store is down, accepts appeals without files, and recovers', async () => {
      const id = await kept();
      await submitted(id);
      await store().server.stop();
      for (const answer of [await upload(), await open(id)]) {
        expect(answer.statusCode).toBe(503);
        expect(answer.json()).toEqual({
          errors: [{ message: expect.stringMatching(/^Сейчас не получается\./), extensions: { code: 'UNAVAILABLE' } }],
        });
      }
      await submitted();
      await world.operations.sweep();
      expect(warnings).toHaveLength(2);
      expect(warnings.join()).not.toMatch(/secret|otklik:|AWS4|127\.0\.0\.1/);

      await store().server.start();
      expect((await open(id)).rawPayload.equals(await harmlessPdf(pdf))).toBe(true);
      await kept();
    });
  });
});
