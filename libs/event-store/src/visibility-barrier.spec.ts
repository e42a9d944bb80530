import { describe, expect, it } from '@jest/globals';
import { VisibilityBarrier } from './visibility-barrier.js';

describe('the visibility barrier', () => {
  it('settles a limit at once when no transaction holds the lock', () => {
    const barrier = new VisibilityBarrier();
    barrier.waitFor(7, []);
    expect([barrier.settled, barrier.isPending]).toEqual([7, false]);
  });

  it('settles a limit when its last holder has ended, whatever began later', () => {
    const barrier = new VisibilityBarrier();
    barrier.waitFor(7, ['a', 'b']);
    barrier.update(['a', 'c']);
    expect(barrier.settled).toBe(0);
    barrier.update(['c']);
    expect([barrier.settled, barrier.isPending]).toEqual([7, false]);
  });

  it('keeps overlapping limits apart and ignores a limit that a pending one covers', () => {
    const barrier = new VisibilityBarrier();
    barrier.waitFor(7, ['a']);
    barrier.waitFor(9, ['a', 'b']);
    barrier.waitFor(8, ['c']);
    barrier.update(['b']);
    expect(barrier.settled).toBe(7);
    barrier.update([]);
    expect([barrier.settled, barrier.isPending]).toEqual([9, false]);
  });

  it('never moves the settled position back', () => {
    const barrier = new VisibilityBarrier();
    barrier.reached(9);
    barrier.waitFor(7, ['a']);
    barrier.reached(3);
    expect([barrier.settled, barrier.isPending]).toEqual([9, false]);
  });
});
