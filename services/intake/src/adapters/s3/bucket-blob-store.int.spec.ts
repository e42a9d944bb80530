import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as NetServer } from 'node:net';
import { s3Store, type S3Store } from '../../../../../deploy/stack/s3.js';
import { whatIsMissing } from '../../../../../deploy/stack/stack.js';
import { blobStoreContract } from '../../application/blob-store.contract.js';
import type { BlobStore } from '../../application/blob-store.js';
import { sweepUploads } from '../../application/files.js';
import { readIntakeConfig } from '../../config.js';
import { intakeParts, type IntakeParts } from '../../intake-parts.js';
import { intakeWorld, type IntakeWorld } from '../../intake-world.fixture.js';
import { fileRoutes } from '../http/files.routes.js';
import { intakeDatabase } from '../postgres/intake-database.fixture.js';
import { postgresBlobStore } from '../postgres/postgres-blob-store.js';
import { bucketBlobStore } from './bucket-blob-store.js';
import { openBucket, type Bucket } from './bucket.js';

const NOW = '2026-11-24T03:00:00.000Z';

let store: S3Store;
const bucketAt = (url: string, timeoutMs?: number): Bucket =>
  openBucket(readIntakeConfig({ FILES_URL: url }).files!, timeoutMs);

const missing = whatIsMissing();
if (missing !== undefined) {
  if (process.env['CI'] === 'true') throw new Error(missing);
  console.warn(`SKIPPED: no store behind the S3 protocol is started. ${missing}`);
}
const really = missing === undefined ? describe : describe.skip;

really('files in a bucket', () => {
  beforeAll(async () => void (store = await s3Store(console.warn)), 180_000);
  afterAll(() => store.stop());

  blobStoreContract('S3', async () => {
    const { database, stop } = await intakeDatabase();
    const blobs = bucketBlobStore({
      ...{ database, bucket: bucketAt(store.url), older: postgresBlobStore(database), now: () => NOW },
    });
    return { blobs, database, stop, held: async (district) => store.held(String(district)) };
  });

  it('finds what PostgreSQL kept before there was a bucket, and removes it', async () => {
    const { database, stop } = await intakeDatabase();
    try {
      const older = postgresBlobStore(database);
      const id = randomUUID();
      const brought = await older.bring(1, id, [Buffer.from('from before')]);
      await database.scope(1).transaction((tx) => brought.commit(tx));
      const blobs = bucketBlobStore({ ...{ database, bucket: bucketAt(store.url), older, now: () => NOW } });
      expect(String(await blobs.get(1, id))).toBe('from before');
      await database.scope(1).transaction((tx) => blobs.remove(tx, 1, [id]));
      expect(await older.get(1, id)).toEqual([]);
    } finally {
      await stop();
    }
  });

  it('a commit that comes after its object was swept is refused: the file would have no bytes', async () => {
    const { database, stop } = await intakeDatabase();
    try {
      const blobs = bucketBlobStore({
        ...{ database, bucket: bucketAt(store.url), older: postgresBlobStore(database), now: () => NOW },
      });
      const brought = await blobs.bring(1, randomUUID(), [randomBytes(10)]);
      await blobs.sweep(1, '2026-11-24T05:00:00.000Z');
      await expect(database.scope(1).transaction((tx) => brought.commit(tx))).rejects.toMatchObject({
        name: 'Unavailable',
      });
    } finally {
      await stop();
    }
  });

  describe('when the store is not as it should be', () => {
    let silent: NetServer | undefined;
    afterEach(() => void silent?.close());

    it('refuses a wrong secret, and says no more than that', async () => {
      const bucket = bucketAt(store.url.replace(/:[^:@]+@/, ':another-secret@'));
      const error = await bucket.put('1/some-name', Buffer.from('x')).catch((caught: Error) => caught);
      expect(error).toMatchObject({ name: 'Unavailable', message: 'the store of files: HTTP 403' });
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/secret|some-name/);
    });

    it('is away: nobody waits for it after three failures, and it is asked again later', async () => {
      const bucket = bucketAt('http://key:secret@127.0.0.1:1/files');
      const reasons: string[] = [];
      for (let n = 0; n < 4; n += 1) await bucket.get('1/x').catch((error: Error) => reasons.push(error.message));
      expect(reasons.slice(0, 3)).toEqual(Array(3).fill(reasons[0]));
      expect(reasons[3]).toBe('the store of files: left alone for a moment');
    });

    it('takes the question and never answers: the caller is let go in time', async () => {
      silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const { port } = silent.address() as { readonly port: number };
      const bucket = bucketAt(`http://key:secret@127.0.0.1:${port}/files`, 200);
      await expect(bucket.put('1/x', Buffer.from('x'))).rejects.toMatchObject({
        name: 'Unavailable',
        message: 'the store of files: TimeoutError',
      });
    });

    it('has lost an object: an error that can be told, not an empty file', async () => {
      const { database, stop } = await intakeDatabase();
      try {
        const bucket = bucketAt(store.url);
        const forgetful: Bucket = { ...bucket, get: async () => undefined };
        const given = { database, older: postgresBlobStore(database), now: () => NOW };
        const blobs: BlobStore = bucketBlobStore({ ...given, bucket });
        const id = randomUUID();
        const brought = await blobs.bring(1, id, [randomBytes(10)]);
        await database.scope(1).transaction((tx) => brought.commit(tx));
        await expect(bucketBlobStore({ ...given, bucket: forgetful }).get(1, id)).rejects.toMatchObject({
          name: 'Unavailable',
        });
      } finally {
        await stop();
      }
    });
  });

  describe('through the service', () => {
    let world: IntakeWorld;
    let parts: IntakeParts;
    let fastify: FastifyInstance;
    beforeAll(async () => {
      world = await intakeWorld({ FILES_URL: store.url });
      parts = intakeParts(world.parts, readIntakeConfig({ FILES_URL: store.url }));
      fastify = Fastify();
      const edge = { actorOf: async () => world.as('MODERATOR').actor };
      await fastify.register(async (scope) => void (await fileRoutes(parts)(scope, edge)));
    });
    afterAll(async () => {
      await fastify.close();
      await world.stop();
    });

    const pdf = Buffer.concat([
      Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n', 'latin1'),
      Buffer.alloc(600_000, 'a secret line '),
    ]);
    async function upload(): Promise<{ readonly statusCode: number; readonly id: string }> {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'a.pdf');
      const request = new Request('http://localhost', { method: 'POST', body: form });
      const answer = await fastify.inject({
        ...{ method: 'POST', url: '/files?district=aldan' },
        headers: { 'content-type': request.headers.get('content-type')! },
        payload: Buffer.from(await request.arrayBuffer()),
      });
      return { statusCode: answer.statusCode, id: answer.json<{ id: string }>().id };
    }
    const sweep = () => sweepUploads(parts.files, 1, world.at());

    it('takes a file, gives it to its appeal, shows it, and lets it go with the person', async () => {
      await sweep();
      const before = store.held('1');
      const { id } = await upload();
      const key = randomUUID();
      const answer = await world.submission.submitAppeal(
        { district: 'aldan', key, text: 'Фото прилагаю.', contact: `${key}@example.org`, files: [id] },
        world.anyone(),
      );
      expect(answer).toMatchObject({ __typename: 'Receipt' });
      const opened = await fastify.inject({ method: 'GET', url: `/files/aldan/${id}` });
      expect(opened.rawPayload.equals(pdf)).toBe(true);
      expect(await world.rows('file_chunk')).toEqual([]);
      expect(store.held('1')).toBe(before + 1);

      const { id: appeal } = answer as { readonly id: string };
      await parts.database.scope(1).transaction((tx) => parts.removeFilesOf(tx, 1, appeal));
      expect((await fastify.inject({ method: 'GET', url: `/files/aldan/${id}` })).statusCode).not.toBe(200);
      await sweep();
      expect(store.held('1')).toBe(before);
    });

    it('an upload that nobody claims goes after a day', async () => {
      await sweep();
      const before = store.held('1');
      await upload();
      expect(store.held('1')).toBe(before + 1);
      world.pass(25 * 3_600_000);
      expect(await sweep()).toBe(1);
      expect(store.held('1')).toBe(before);
    });
  });
});
