import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@otklik/tenancy';
import { randomBytes, randomUUID } from 'node:crypto';
import type { BlobStore } from './blob-store.js';

export interface BlobsUnderTest {
  readonly blobs: BlobStore;
  readonly database: Database;
  /** How many blobs take up room in a district, whether or not anybody can see them. */
  held(district: number): Promise<number>;
  stop(): Promise<void>;
}

const NOW = '2026-11-24T03:00:00.000Z';
const LATER = '2026-11-24T06:00:00.000Z';

/** What every store of sealed bytes promises (blob-store.ts). */
export function blobStoreContract(name: string, make: () => Promise<BlobsUnderTest>): void {
  describe(`blob store: ${name}`, () => {
    let under: BlobsUnderTest;
    let blobs: BlobStore;
    beforeAll(async () => ({ blobs } = under = await make()), 180_000);
    afterAll(() => under.stop());

    async function kept(district: number, id: string, chunks: readonly Buffer[]): Promise<void> {
      const brought = await blobs.bring(district, id, chunks);
      await under.database.scope(district).transaction((tx) => brought.commit(tx));
    }
    const removed = (district: number, ...ids: readonly string[]) =>
      under.database.scope(district).transaction((tx) => blobs.remove(tx, district, ids));

    it.each([
      ['one small chunk', [randomBytes(1)]],
      ['many, the last one short', [...Array.from({ length: 39 }, () => randomBytes(262_172)), randomBytes(77)]],
      ['an empty one among them', [randomBytes(28), Buffer.alloc(0), randomBytes(28)]],
    ])('gives back what it got, in order: %s', async (_, chunks) => {
      const id = randomUUID();
      await kept(1, id, chunks);
      const found = await blobs.get(1, id);
      expect(found.map(({ length }) => length)).toEqual(chunks.map(({ length }) => length));
      expect(Buffer.concat(found).equals(Buffer.concat(chunks))).toBe(true);
    });

    it('has nothing of what was never brought', async () => {
      expect(await blobs.get(1, randomUUID())).toEqual([]);
    });

    it('shows a blob to its district alone', async () => {
      const id = randomUUID();
      await kept(1, id, [Buffer.from('of the first')]);
      await kept(2, id, [Buffer.from('of the second')]);
      expect(String(await blobs.get(1, id))).toBe('of the first');
      expect(String(await blobs.get(2, id))).toBe('of the second');
      await removed(2, id);
      expect(await blobs.get(2, id)).toEqual([]);
      expect(String(await blobs.get(1, id))).toBe('of the first');
    });

    it('keeps nothing of a transaction that did not commit, and nothing that was never committed', async () => {
      await blobs.sweep(1, LATER);
      const before = await under.held(1);
      const [rolledBack, forgotten] = [randomUUID(), randomUUID()];
      const brought = await blobs.bring(1, rolledBack, [randomBytes(100)]);
      await expect(
        under.database.scope(1).transaction(async (tx) => {
          await brought.commit(tx);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await blobs.bring(1, forgotten, [randomBytes(100)]);
      expect([await blobs.get(1, rolledBack), await blobs.get(1, forgotten)]).toEqual([[], []]);
      await blobs.sweep(1, LATER);
      expect(await under.held(1)).toBe(before);
    });

    it('lets go of what was removed with the transaction that removes it, and for good with a sweep', async () => {
      await blobs.sweep(1, LATER);
      const before = await under.held(1);
      const ids = [randomUUID(), randomUUID(), randomUUID()];
      for (const id of ids) await kept(1, id, [Buffer.from(id)]);
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
      expect(await under.held(1)).toBe(before + 1);
      expect(String(await blobs.get(1, third))).toBe(third);
    });

    it('takes the same file from two clicks: one is committed, and it is readable', async () => {
      await blobs.sweep(1, LATER);
      const before = await under.held(1);
      const id = randomUUID();
      const clicks = await Promise.all(
        ['one click', 'another click'].map(async (text) => ({
          text,
          brought: await blobs.bring(1, id, [Buffer.from(text)]),
        })),
      );
      const [, winner] = clicks;
      await under.database.scope(1).transaction((tx) => winner!.brought.commit(tx));
      await blobs.sweep(1, LATER);
      expect(String(await blobs.get(1, id))).toBe(winner!.text);
      expect(await under.held(1)).toBe(before + 1);
    });

    it('does not sweep what a commit is about to keep', async () => {
      const id = randomUUID();
      const brought = await blobs.bring(1, id, [Buffer.from('about to be kept')]);
      await under.database.scope(1).transaction(async (tx) => {
        await brought.commit(tx);
        await blobs.sweep(1, LATER);
      });
      expect(String(await blobs.get(1, id))).toBe('about to be kept');
    });
  });
}
