import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { blobStoreContract } from '../../application/blob-store.contract.js';
import type { BlobStore } from '../../application/blob-store.js';
import { readIntakeConfig } from '../../../config.js';
import { intakeDatabase, type IntakeDatabase } from '../../../intake-database.fixture.js';
import { postgresBlobStore } from '../postgres/postgres-blob-store.js';
import { bucketBlobStore, type BucketBlobs } from './bucket-blob-store.js';
import { openBucket, type Bucket } from './bucket.js';
import { withS3Store } from './store-of-files.fixture.js';

const NOW = '2026-11-24T03:00:00.000Z';
const LATER = '2026-11-24T06:00:00.000Z';

describe('files in a bucket', () => {
  withS3Store((store) => {
    const realBucket = (): Bucket => openBucket(readIntakeConfig({ FILES_URL: store().url }).files!);

    blobStoreContract('S3', async () => {
      const { database, stop } = await intakeDatabase();
      const previous = postgresBlobStore(database);
      const blobs = bucketBlobStore({ database, bucket: realBucket(), previous, now: () => NOW });
      return { blobs, database, stop, storedCount: async (district) => store().countObjects(String(district)) };
    });

    describe('beyond the contract', () => {
      let service: IntakeDatabase;
      let bucket: Bucket;
      let previous: BlobStore;
      beforeAll(async () => {
        service = await intakeDatabase();
        bucket = realBucket();
        previous = postgresBlobStore(service.database);
      });
      afterAll(() => service.stop());

      const blobsWith = (parts: Partial<BucketBlobs>): BlobStore =>
        bucketBlobStore({ database: service.database, bucket, previous, now: () => NOW, ...parts });
      async function stored(blobs: BlobStore, id: string = randomUUID()): Promise<string> {
        const staged = await blobs.stage(3, id, [Buffer.from(id)]);
        await service.database.scope(3).transaction((tx) => staged.commit(tx));
        return id;
      }
      const remove = (blobs: BlobStore, ...ids: readonly string[]) =>
        service.database.scope(3).transaction((tx) => blobs.remove(tx, 3, ids));
      const trackedCount = async (): Promise<number> =>
        (await service.database.scope(3).query('select from intake.file_object')).rows.length;

      it('reads and removes a blob stored in PostgreSQL before', async () => {
        const id = await stored(previous);
        const blobs = blobsWith({});
        expect(String(await blobs.get(3, id))).toBe(id);
        await remove(blobs, id);
        expect(await previous.get(3, id)).toEqual([]);
      });

      it('reveals only the district in object keys', async () => {
        const keys: string[] = [];
        const heard = { ...bucket, put: (key: string, bytes: Buffer) => (keys.push(key), bucket.put(key, bytes)) };
        const id = await stored(blobsWith({ bucket: heard }));
        expect(keys).toEqual([expect.stringMatching(/^3\/[0-9a-f-]{36}$/)]);
        expect(keys[0]).not.toContain(id);
      });

      it('reports Unavailable for a lost object, not an empty file', async () => {
        const id = await stored(blobsWith({}));
        const forgetful = blobsWith({ bucket: { ...bucket, get: async () => undefined } });
        await expect(forgetful.get(3, id)).rejects.toMatchObject({ name: 'Unavailable' });
      });

      it('refuses a commit after its object was swept', async () => {
        const blobs = blobsWith({});
        const staged = await blobs.stage(3, randomUUID(), [randomBytes(10)]);
        await blobs.sweep(3, LATER);
        await expect(service.database.scope(3).transaction((tx) => staged.commit(tx))).rejects.toMatchObject({
          name: 'Unavailable',
        });
      });

      it('refuses a commit while its object is being swept', async () => {
        const slow = { ...bucket, remove: (key: string) => reached(key) };
        const blobs = blobsWith({ bucket: slow });
        const staged = await blobs.stage(3, randomUUID(), [randomBytes(10)]);
        const commits: Promise<unknown>[] = [];
        async function reached(key: string): Promise<void> {
          commits.push(service.database.scope(3).transaction((tx) => staged.commit(tx)));
          await expect(commits[0]).rejects.toMatchObject({ name: 'Unavailable' });
          await bucket.remove(key);
        }
        await blobs.sweep(3, LATER);
        expect(commits).toHaveLength(1);
      });

      it('sweeps an object that is stored after its commit timeout, when its row was already swept', async () => {
        await blobsWith({}).sweep(3, LATER);
        const [objects, rows] = [store().countObjects('3'), await trackedCount()];
        let at = NOW;
        const asleep = {
          ...bucket,
          async put(key: string, bytes: Buffer) {
            at = LATER;
            await blobsWith({}).sweep(3, at);
            expect(await trackedCount()).toBe(rows);
            await bucket.put(key, bytes);
          },
        };
        const blobs = blobsWith({ bucket: asleep, now: () => at });
        await expect(blobs.stage(3, randomUUID(), [randomBytes(10)])).rejects.toMatchObject({ name: 'Unavailable' });
        expect(store().countObjects('3')).toBe(objects + 1);
        await blobs.sweep(3, '2026-11-24T07:30:00.000Z');
        expect([store().countObjects('3'), await trackedCount()]).toEqual([objects, rows]);
      });

      it('sweeps again what an unavailable store did not delete', async () => {
        const blobs = blobsWith({});
        await remove(blobs, await stored(blobs), await stored(blobs));
        const before = store().countObjects('3');
        const gone = { ...bucket, remove: () => Promise.reject(new Error('away')) };
        await expect(blobsWith({ bucket: gone }).sweep(3, NOW)).rejects.toThrow('away');
        expect(store().countObjects('3')).toBe(before);
        expect(await blobs.sweep(3, NOW)).toBe(2);
        expect(store().countObjects('3')).toBe(before - 2);
      });

      it('sweeps the other objects when the store fails to delete one', async () => {
        const blobs = blobsWith({});
        await remove(blobs, ...(await Promise.all(Array.from({ length: 3 }, () => stored(blobs)))));
        let asked = 0;
        const holding = {
          ...bucket,
          remove: (key: string) => (asked++ === 0 ? Promise.reject(new Error('held')) : bucket.remove(key)),
        };
        expect(await blobsWith({ bucket: holding }).sweep(3, NOW)).toBe(2);
        expect(await blobs.sweep(3, NOW)).toBe(1);
      });

      it('sweeps more objects than one batch holds', async () => {
        const absent: Bucket = { ...bucket, put: async () => undefined, remove: async () => undefined };
        const blobs = blobsWith({ bucket: absent });
        for (let n = 0; n < 205; n += 1) await blobs.stage(3, randomUUID(), []);
        const rows = await trackedCount();
        expect(await blobs.sweep(3, LATER)).toBe(205);
        expect(await trackedCount()).toBe(rows - 205);
      });
    });
  });
});
