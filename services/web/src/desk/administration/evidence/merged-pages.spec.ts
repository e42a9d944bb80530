import { expect, it } from '@jest/globals';
import { inTurn, merged } from './merged-pages.js';

const pages = (hasMore: boolean, ...times: readonly string[]) => {
  const asked: string[] = [];
  return { asked, items: times.map((at) => ({ at })), hasMore, more: () => asked.push('more') };
};
const timesOf = ({ items }: { readonly items: readonly { readonly at: string }[] }) => items.map(({ at }) => at);

it('is one list, the latest first', () => {
  const both = merged(pages(false, '09', '07'), pages(false, '08'));
  expect(timesOf(both)).toEqual(['09', '08', '07']);
  expect(both.hasMore).toBe(false);
});

it('ends where one of the two goes on unread, and reads that one', () => {
  const [cards, files] = [pages(true, '09', '05'), pages(true, '08', '02')];
  const both = merged(cards, files);
  expect(timesOf(both)).toEqual(['09', '08', '05']);
  both.more();
  expect([cards.asked, files.asked]).toEqual([['more'], []]);
});

it('is one of three, too, as far as all that go on are read', () => {
  const [cards, files, letters] = [pages(false, '09', '03'), pages(true, '08', '06'), pages(true, '07', '05')];
  const all = merged(cards, files, letters);
  expect(timesOf(all)).toEqual(['09', '08', '07', '06']);
  all.more();
  expect([cards.asked, files.asked, letters.asked]).toEqual([[], ['more'], []]);
});

it('is empty where both are', () => {
  expect(merged(pages(false), pages(false)).items).toEqual([]);
});

it('reads each list to its end, one after another', async () => {
  const list = (name: string, pages: number) => async (after: string | null) => {
    const at = Number(after ?? 0);
    return Promise.resolve({ rows: [`${name}${at}`], hasNextPage: at + 1 < pages, endCursor: `${at + 1}` });
  };
  const read = inTurn([list('a', 2), list('b', 1)]);
  const rows: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await read(after);
    rows.push(...page.rows);
    if (!page.hasNextPage) break;
    after = page.endCursor ?? null;
  }
  expect(rows).toEqual(['a0', 'a1', 'b0']);
});
