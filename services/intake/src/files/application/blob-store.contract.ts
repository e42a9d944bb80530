import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@otklik/tenancy';
import { randomBytes, randomUUID } from 'node:crypto';
import type { BlobStore } from './blob-store.js';

export interface BlobsUnderTest {
  readonly blobs: BlobStore;
  readonly database: Database;
  /** How many blobs a district stores, visible or not. */
  storedCount(district: number): Promise<number>;
  stop(): Promise<void>;
}

const NOW = '2026-11-24T03:00:00.000Z';
const LATER = '2026-11-24T06:00:00.000Z';

/** The contract of every `BlobStore`. */
export function blobStoreContract(name: string, make: () => Promise<BlobsUnderTest>): void {
  describe(`blob store: ${name}`, () => {
    let under: BlobsUnderTest;
    let blobs: BlobStore;
    beforeAll(async () => ({ blobs } = under = await make()), 180_000);
    afterAll(() => under.stop());

    async function store(district: number, id: string, chunks: readonly Buffer[]): Promise<void> {
      const staged = await blobs.stage(district, id, chunks);
      await under.database.scope(district).transaction((tx) => staged.commit(tx));
    }
    const removed = (district: number, ...ids: readonly string[]) =>
      under.database.scope(district).transaction((tx) => blobs.remove(tx, district, ids));

    it.each([
      ['one small chunk', [randomBytes(1)]],
      ['many chunks, the last one short', [...Array.from({ length: 39 }, () => randomBytes(262_172)), randomBytes(77)]],
      ['an empty chunk among others', [randomBytes(28), Buffer.alloc(0), randomBytes(28)]],
    ])('returns the stored chunks in order: %s', async (_, chunks) => {
      const id = randomUUID();
      await store(1, id, chunks);
      const found = await blobs.get(1, id);
      expect(found.map(({ length }) => length)).toEqual(chunks.map(({ length }) => length));
      expect(Buffer.concat(found).equals(Buffer.concat(chunks))).toBe(true);
    });

    it('returns no chunks for an unknown id', async () => {
      expect(await blobs.get(1, randomUUID())).toEqual([]);
    });

    it('returns a blob to its own district only', async () => {
      const id = randomUUID();
      await store(1, id, [Buffer.from('of the first')]);
      await store(2, id, [Buffer.from('of the second')]);
      expect(String(await blobs.get(1, id))).toBe('of the first');
      expect(String(await blobs.get(2, id))).toBe('of the second');
      await removed(2, id);
      expect(await blobs.get(2, id)).toEqual([]);
      expect(String(await blobs.get(1, id))).toBe('of the first');
    });

    it('sweeps blobs whose transaction rolled back or that were never committed', async () => {
      await blobs.sweep(1, LATER);
      const before = await under.storedCount(1);
      const [rolledBack, forgotten] = [randomUUID(), randomUUID()];
      const staged = await blobs.stage(1, rolledBack, [randomBytes(100)]);
      await expect(
        under.database.scope(1).transaction(async (tx) => {
          await staged.commit(tx);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await blobs.stage(1, forgotten, [randomBytes(100)]);
      expect([await blobs.get(1, rolledBack), await blobs.get(1, forgotten)]).toEqual([[], []]);
      await blobs.sweep(1, LATER);
      expect(await under.storedCount(1)).toBe(before);
    });

    it('hides a removed blob with the transaction, and deletes it with the next sweep', async () => {
      await blobs.sweep(1, LATER);
      const before = await under.storedCount(1);
      const ids = [randomUUID(), randomUUID(), randomUUID()];
      for (const id of ids) await store(1, id, [Buffer.from(id)]);
      const [first, second, third] = ids as [string, string, string];
      await expect(
        under.database.scope(1).transaction(async (tx) => {
          await blobs.remove(tx, 1, [third]);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await removed(1, first, second);
      expect(await blobs.get(1, first)).toEqual([]);
      await blobs.sweep(1, NOW);
      expect(await under.storedCount(1)).toBe(before + 1);
      expect(String(await blobs.get(1, third))).toBe(third);
    });

    it('reads the committed blob when the same file is staged twice', async () => {
      await blobs.sweep(1, LATER);
      const before = await under.storedCount(1);
      const id = randomUUID();
      const uploads = await Promise.all(
        ['one upload', 'another upload'].map(async (text) => ({
          text,
          staged: await blobs.stage(1, id, [Buffer.from(text)]),
        })),
      );
      const [, winner] = uploads;
      await under.database.scope(1).transaction((tx) => winner!.staged.commit(tx));
      await blobs.sweep(1, LATER);
      expect(String(await blobs.get(1, id))).toBe(winner!.text);
      expect(await under.storedCount(1)).toBe(before + 1);
    });

    it('does not sweep a blob that is being committed', async () => {
      const id = randomUUID();
      const staged = await blobs.stage(1, id, [Buffer.from('about to be store')]);
      await under.database.scope(1).transaction(async (tx) => {
        await staged.commit(tx);
        await blobs.sweep(1, LATER);
      });
      expect(String(await blobs.get(1, id))).toBe('about to be store');
    });
  });
}
