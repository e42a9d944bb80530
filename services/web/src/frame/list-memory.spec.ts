import { describe, expect, it } from '@jest/globals';
import { cardOf, placeInList, rowToReturnTo } from './list-memory.js';

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, appeal: id, question: undefined }));
const list = { path: '/desk/aldan/list/mine', title: 'Мои вопросы', items, before: 0, total: 4 };
const there =
  (...ids: readonly string[]) =>
  (id: string): boolean =>
    ids.includes(id);

describe('a list that is shown again', () => {
  it('goes on at the row whose card was looked at last', () => {
    expect(rowToReturnTo({ ...list, opened: 'c' }, there('a', 'b', 'c', 'd'))).toBe('c');
  });

  it('goes on at the next row when that one has left the list, at its end at the one before', () => {
    expect(rowToReturnTo({ ...list, opened: 'b' }, there('a', 'd'))).toBe('d');
    expect(rowToReturnTo({ ...list, opened: 'd' }, there('a', 'b'))).toBe('b');
  });

  it('begins with its first row when no card of it was opened', () => {
    expect(rowToReturnTo(list, there('a', 'b'))).toBeUndefined();
    expect(rowToReturnTo({ ...list, opened: 'z' }, there('a', 'b'))).toBeUndefined();
  });
});

describe('the place of a card in its list', () => {
  it('is that of its question or its appeal, with the neighbours', () => {
    expect(placeInList({ ...list, before: 10, total: 40 }, [undefined, 'b'])).toEqual({
      at: 12,
      total: 40,
      previous: items[0],
      next: items[2],
    });
    expect(placeInList(list, ['d']).next).toBeUndefined();
  });

  it('is none for a card that was opened by a link', () => {
    expect(placeInList(list, ['z'])).toMatchObject({ at: undefined, previous: undefined, next: undefined });
  });

  it('has an address', () => {
    expect(cardOf('aldan', { id: 'q', appeal: 'a', question: 'q' })).toBe('/desk/aldan/card/a?question=q');
    expect(cardOf('aldan', { id: 'a', appeal: 'a', question: undefined })).toBe('/desk/aldan/card/a');
  });
});
