import { describe, expect, it } from '@jest/globals';
import { readAll, type ReadPage } from './whole-list.js';

type Page = ReadPage<{ readonly id: string }>;
const page = (ids: readonly string[], endCursor?: string): Page => ({
  rows: ids.map((id) => ({ id })),
  hasNextPage: endCursor !== undefined,
  endCursor: endCursor ?? null,
});
const goes = { progress: () => {}, isStopped: () => false };

describe('what is saved as a file', () => {
  it('is every row of every page once, though one comes again on a later page', async () => {
    const pages: Readonly<Record<string, Page>> = { '': page(['a', 'b'], '2'), '2': page(['b', 'c']) };
    const done: number[] = [];
    const rows = await readAll(async (after) => pages[after ?? '']!, { ...goes, progress: (at) => done.push(at) });
    expect(rows?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(done).toEqual([2, 3]);
  });

  it('is nothing once it is stopped, and nothing when a page fails', async () => {
    let read = 0;
    const endless = async () => page([`${(read += 1)}`], 'next');
    expect(await readAll(endless, { ...goes, isStopped: () => read === 3 })).toBeUndefined();
    expect(read).toBe(3);
    await expect(readAll(() => Promise.reject(new Error('away')), goes)).rejects.toThrow('away');
  });
});
