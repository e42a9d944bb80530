import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { blobStoreContract } from '../../application/blob-store.contract.js';
import type { BlobStore } from '../../application/blob-store.js';
import { readIntakeConfig } from '../../config.js';
import { intakeDatabase, type IntakeDatabase } from '../postgres/intake-database.fixture.js';
import { postgresBlobStore } from '../postgres/postgres-blob-store.js';
import { bucketBlobStore, type BucketBlobs } from './bucket-blob-store.js';
import { openBucket, type Bucket } from './bucket.js';
import { onStore } from './store-of-files.fixture.js';

const NOW = '2026-11-24T03:00:00.000Z';
const LATER = '2026-11-24T06:00:00.000Z';

describe('files in a bucket', () => {
  onStore((store) => {
    const realBucket = (): Bucket => openBucket(readIntakeConfig({ FILES_URL: store().url }).files!);

    blobStoreContract('S3', async () => {
      const { database, stop } = await intakeDatabase();
      const older = postgresBlobStore(database);
      const blobs = bucketBlobStore({ database, bucket: realBucket(), older, now: () => NOW });
      return { blobs, database, stop, held: async (district) => store().held(String(district)) };
    });

    describe('beside what every store promises', () => {
      let service: IntakeDatabase;
      let bucket: Bucket;
      let older: BlobStore;
      beforeAll(async () => {
        service = await intakeDatabase();
        bucket = realBucket();
        older = postgresBlobStore(service.database);
      });
      afterAll(() => service.stop());

      const blobsWith = (parts: Partial<BucketBlobs>): BlobStore =>
        bucketBlobStore({ database: service.database, bucket, older, now: () => NOW, ...parts });
      async function kept(blobs: BlobStore, id: string = randomUUID()): Promise<string> {
        const brought = await blobs.bring(3, id, [Buffer.from(id)]);
        await service.database.scope(3).transaction((tx) => brought.commit(tx));
        return id;
      }
      const removed = (blobs: BlobStore, ...ids: readonly string[]) =>
        service.database.scope(3).transaction((tx) => blobs.remove(tx, 3, ids));
      const known = async (): Promise<number> =>
        (await service.database.scope(3).query('select from intake.file_object')).rows.length;

      it('finds what PostgreSQL kept before there was a bucket, and removes it', async () => {
        const id = await kept(older);
        const blobs = blobsWith({});
        expect(String(await blobs.get(3, id))).toBe(id);
        await removed(blobs, id);
        expect(await older.get(3, id)).toEqual([]);
      });

      it('names nothing but the district to the store', async () => {
        const keys: string[] = [];
        const heard = { ...bucket, put: (key: string, bytes: Buffer) => (keys.push(key), bucket.put(key, bytes)) };
        const id = await kept(blobsWith({ bucket: heard }));
        expect(keys).toEqual([expect.stringMatching(/^3\/[0-9a-f-]{36}$/)]);
        expect(keys[0]).not.toContain(id);
      });

      it('has lost an object: an error that can be told, not an empty file', async () => {
        const id = await kept(blobsWith({}));
        const forgetful = blobsWith({ bucket: { ...bucket, get: async () => undefined } });
        await expect(forgetful.get(3, id)).rejects.toMatchObject({ name: 'Unavailable' });
      });

      it('a commit that comes after its object was swept is refused: the file would have no bytes', async () => {
        const blobs = blobsWith({});
        const brought = await blobs.bring(3, randomUUID(), [randomBytes(10)]);
        await blobs.sweep(3, LATER);
        await expect(service.database.scope(3).transaction((tx) => brought.commit(tx))).rejects.toMatchObject({
          name: 'Unavailable',
        });
      });

      it('a commit that comes while its object is swept is refused too', async () => {
        const slow = { ...bucket, remove: (key: string) => reached(key) };
        const blobs = blobsWith({ bucket: slow });
        const brought = await blobs.bring(3, randomUUID(), [randomBytes(10)]);
        const commits: Promise<unknown>[] = [];
        async function reached(key: string): Promise<void> {
          commits.push(service.database.scope(3).transaction((tx) => brought.commit(tx)));
          await expect(commits[0]).rejects.toMatchObject({ name: 'Unavailable' });
          await bucket.remove(key);
        }
        await blobs.sweep(3, LATER);
        expect(commits).toHaveLength(1);
      });

      it('an object that arrives when its hour is over and its trace is swept is not left behind', async () => {
        await blobsWith({}).sweep(3, LATER);
        const [objects, rows] = [store().held('3'), await known()];
        let at = NOW;
        const asleep = {
          ...bucket,
          async put(key: string, bytes: Buffer) {
            at = LATER;
            await blobsWith({}).sweep(3, at);
            expect(await known()).toBe(rows);
            await bucket.put(key, bytes);
          },
        };
        const blobs = blobsWith({ bucket: asleep, now: () => at });
        await expect(blobs.bring(3, randomUUID(), [randomBytes(10)])).rejects.toMatchObject({ name: 'Unavailable' });
        expect(store().held('3')).toBe(objects + 1);
        await blobs.sweep(3, '2026-11-24T07:30:00.000Z');
        expect([store().held('3'), await known()]).toEqual([objects, rows]);
      });

      it('remembers what a store that is away did not let go, and tries again', async () => {
        const blobs = blobsWith({});
        await removed(blobs, await kept(blobs), await kept(blobs));
        const before = store().held('3');
        const gone = { ...bucket, remove: () => Promise.reject(new Error('away')) };
        await expect(blobsWith({ bucket: gone }).sweep(3, NOW)).rejects.toThrow('away');
        expect(store().held('3')).toBe(before);
        expect(await blobs.sweep(3, NOW)).toBe(2);
        expect(store().held('3')).toBe(before - 2);
      });

      it('one object that the store does not let go does not keep the others', async () => {
        const blobs = blobsWith({});
        await removed(blobs, ...(await Promise.all(Array.from({ length: 3 }, () => kept(blobs)))));
        let asked = 0;
        const holding = {
          ...bucket,
          remove: (key: string) => (asked++ === 0 ? Promise.reject(new Error('held')) : bucket.remove(key)),
        };
        expect(await blobsWith({ bucket: holding }).sweep(3, NOW)).toBe(2);
        expect(await blobs.sweep(3, NOW)).toBe(1);
      });

      it('lets go of more than one round takes', async () => {
        const absent: Bucket = { ...bucket, put: async () => undefined, remove: async () => undefined };
        const blobs = blobsWith({ bucket: absent });
        for (let n = 0; n < 205; n += 1) await blobs.bring(3, randomUUID(), []);
        const rows = await known();
        expect(await blobs.sweep(3, LATER)).toBe(205);
        expect(await known()).toBe(rows - 205);
      });
    });
  });
});
