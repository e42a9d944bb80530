import { describe, expect, it } from '@jest/globals';
import { Fence } from './fence.js';

describe('the fence', () => {
  it('is settled at once when nobody holds the log', () => {
    const fence = new Fence();
    fence.put(7, []);
    expect([fence.settled, fence.waits]).toEqual([7, false]);
  });

  it('waits for those who were there, and not for those who came later', () => {
    const fence = new Fence();
    fence.put(7, ['a', 'b']);
    fence.ask(['a', 'c']);
    expect(fence.settled).toBe(0);
    fence.ask(['c']);
    expect([fence.settled, fence.waits]).toEqual([7, false]);
  });

  it('lets fences overlap', () => {
    const fence = new Fence();
    fence.put(7, ['a']);
    fence.put(9, ['a', 'b']);
    fence.put(8, ['c']);
    fence.ask(['b']);
    expect(fence.settled).toBe(7);
    fence.ask([]);
    expect([fence.settled, fence.waits]).toEqual([9, false]);
  });

  it('never goes back', () => {
    const fence = new Fence();
    fence.reached(9);
    fence.put(7, ['a']);
    fence.reached(3);
    expect([fence.settled, fence.waits]).toEqual([9, false]);
  });
});
