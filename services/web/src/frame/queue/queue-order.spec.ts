import { describe, expect, it } from '@jest/globals';
import {
  arrangeQueue,
  emptyOrder,
  growOrder,
  moveCursor,
  passRows,
  renewOrder,
  showAbove,
  type QueueOrder,
} from './queue-order.js';

const order: QueueOrder = { shown: ['a', 'b', 'c'], cursor: 'b' };
const none = new Set<string>();

describe('queue order', () => {
  it('begins with the first row of the list', () => {
    expect(renewOrder(emptyOrder, ['a', 'b'])).toEqual({ shown: ['a', 'b'], cursor: 'a' });
  });

  it('keeps new rows apart and the shown ones in their places', () => {
    const arranged = arrangeQueue(order, ['n', 'c', 'a', 'b'], none);
    expect(arranged).toEqual({ visible: ['a', 'b', 'c'], cursor: 'b', news: ['n'], gone: false });
  });

  it('puts a later page below what is shown, at once', () => {
    const grown = growOrder(order, ['a', 'b', 'c', 'd', 'e']);
    expect(grown).toEqual({ shown: ['a', 'b', 'c', 'd', 'e'], cursor: 'b' });
    expect(arrangeQueue(grown, ['n', 'a', 'b', 'c', 'd', 'e'], none)).toMatchObject({ news: ['n'], cursor: 'b' });
    expect(growOrder(order, ['c', 'b'])).toBe(order);
    expect(growOrder(emptyOrder, ['a'])).toBe(emptyOrder);
  });

  it('opens the next row after an act', () => {
    expect(arrangeQueue(order, ['a', 'b', 'c'], new Set(['b']))).toMatchObject({ visible: ['a', 'c'], cursor: 'c' });
  });

  it('opens the row before when the last one was acted on', () => {
    const last = { ...order, cursor: 'c' };
    expect(arrangeQueue(last, ['a', 'b', 'c'], new Set(['c']))).toMatchObject({ cursor: 'b' });
  });

  it('puts a row back to its place when the act on it was undone', () => {
    const acted = arrangeQueue(order, ['a', 'c'], new Set(['b']));
    expect(acted.visible).toEqual(['a', 'c']);
    expect(arrangeQueue(order, ['a', 'c', 'b'], none).visible).toEqual(['a', 'b', 'c']);
  });

  it("keeps the row that is being read when another official's act took it away", () => {
    expect(arrangeQueue(order, ['a', 'c'], none)).toEqual({
      visible: ['a', 'b', 'c'],
      cursor: 'b',
      news: [],
      gone: true,
    });
    expect(arrangeQueue({ ...order, cursor: 'c' }, ['a', 'c'], none).visible).toEqual(['a', 'c']);
  });

  it('has no cursor when nothing is left', () => {
    expect(arrangeQueue(order, [], new Set(['a', 'b', 'c']))).toMatchObject({
      visible: [],
      cursor: undefined,
      gone: false,
    });
  });

  it('stops at the ends of the list', () => {
    const arranged = arrangeQueue(order, ['a', 'b', 'c'], none);
    expect(moveCursor(order, arranged, 5).cursor).toBe('c');
    expect(moveCursor(order, arranged, -5).cursor).toBe('a');
    expect(moveCursor(order, arranged, 1).cursor).toBe('c');
  });

  it('goes on from the top when new rows were shown above, and the open one stays until then', () => {
    const fresh = ['n', 'm', 'a', 'b', 'c'];
    const shown = showAbove(order, fresh);
    expect(shown).toMatchObject({ shown: fresh, cursor: 'b' });
    const next = moveCursor(shown, arrangeQueue(shown, fresh, none), 1);
    expect(next).toEqual({ shown: fresh, cursor: 'n' });
    expect(moveCursor(next, arrangeQueue(next, fresh, none), 1).cursor).toBe('m');
    expect(passRows(shown, fresh, new Set(['b']))).toEqual({ shown: fresh, cursor: 'n' });
    expect(moveCursor(shown, arrangeQueue(shown, fresh, none), -1).cursor).toBe('a');
    expect(passRows(order, ['a', 'b', 'c'], new Set(['b']))).toEqual({ shown: order.shown, cursor: 'c' });
  });

  it('keeps the cursor on its row when the list is renewed, else opens the first', () => {
    expect(renewOrder(order, ['n', 'b'])).toEqual({ shown: ['n', 'b'], cursor: 'b' });
    expect(renewOrder(order, ['n', 'c'])).toEqual({ shown: ['n', 'c'], cursor: 'n' });
  });
});
