import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VersionConflict } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { InitialRowsConflict } from './initial-rows.js';
import { noted } from './event-store.contract.js';
import type { EventStore } from './event-store.js';

/** A store whose streams begin with a row of one column, `title`, that the district has once. */
export interface StoreWithInitialRows {
  readonly store: EventStore;
  /** Titles of the district. */
  titles(district: number): Promise<readonly string[]>;
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Writes the row without a stream. */
  take(district: number, title: string): Promise<void>;
  close(): Promise<void>;
}

export function initialRowsContract(name: string, open: () => Promise<StoreWithInitialRows>): void {
  describe(`${name} appends initial rows with a new stream`, () => {
    let under: StoreWithInitialRows;
    beforeAll(async () => void (under = await open()));
    afterAll(() => under.close());

    const titled = (title: string, over: Parameters<typeof noted>[0] = {}) =>
      noted({ ...over, initialRows: { title } }, 'a', 'b');

    it('inserts them in its own district, alone and in a batch', async () => {
      const alone = randomUUID();
      expect(await under.store.append(titled(alone))).toEqual({ version: 2, repeated: false });
      const [shared, ...titles] = Array.from({ length: 12 }, () => randomUUID());
      const crowd = [
        ...titles.map((title) => titled(title)),
        titled(shared!),
        titled(shared!, { district: 2 }),
        noted(),
      ];
      for (const { version } of await Promise.all(crowd.map((one) => under.store.append(one))))
        expect([1, 2]).toContain(version);
      expect(await under.titles(1)).toEqual(expect.arrayContaining([alone, shared, ...titles]));
      expect(await under.titles(2)).toEqual([shared]);
    });

    it('inserts them once for a repeated command', async () => {
      const request = titled(randomUUID());
      const results = await Promise.all(Array.from({ length: 5 }, () => under.store.append(request)));
      expect(results.map(({ repeated }) => repeated).sort()).toEqual([false, true, true, true, true]);
      expect(await under.store.read(1, request.stream)).toHaveLength(2);
    });

    it('rejects existing rows, records nothing, and does not fail the rest of the batch', async () => {
      const title = randomUUID();
      await under.take(1, title);
      const [request, other] = [titled(title), titled(randomUUID())];
      const [taken, begun] = await Promise.allSettled([under.store.append(request), under.store.append(other)]);
      expect(taken).toMatchObject({ status: 'rejected', reason: expect.any(InitialRowsConflict) });
      expect(begun).toMatchObject({ value: { version: 2 } });
      expect(await under.store.read(1, request.stream)).toEqual([]);
      const { initialRows: _, ...without } = request;
      expect(await under.store.append(without)).toEqual({ version: 2, repeated: false });
    });

    it('accepts one of two appends with the same rows', async () => {
      const title = randomUUID();
      const two = await Promise.allSettled([under.store.append(titled(title)), under.store.append(titled(title))]);
      expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(two.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: expect.any(InitialRowsConflict),
      });
    });

    it('rejects them on an existing stream', async () => {
      const { stream } = noted();
      await under.store.append(noted({ stream }));
      const again = titled(randomUUID(), { stream });
      await expect(under.store.append(again)).rejects.toEqual(new VersionConflict('none', 1));
      await expect(under.store.append({ ...again, expected: 'any' })).rejects.toThrow(TypeError);
    });

    it('rejects them inside a transaction', async () => {
      const inside = under.transaction((tx) => under.store.append(titled(randomUUID()), { tx }));
      await expect(inside).rejects.toThrow(TypeError);
    });
  });
}
