import { expect, it } from '@jest/globals';
import { Turns } from './turns.js';

function turnsOf(...items: readonly string[]): Turns<string, string> {
  const turns = new Turns<string, string>();
  for (const item of items) turns.add(item[0]!, item);
  return turns;
}

function taken(turns: Turns<string, string>): readonly string[] {
  const all: string[] = [];
  for (let one = turns.take(); one !== undefined; one = turns.take()) all.push(one);
  return all;
}

it('takes of a single key what came first', () => {
  expect(taken(turnsOf('a1', 'a2', 'a3'))).toEqual(['a1', 'a2', 'a3']);
});

it('takes one of each key in turn, however many wait of one', () => {
  expect(taken(turnsOf('a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'))).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
});

it('lets one that comes late wait for one of another key at most', () => {
  const turns = turnsOf('a1', 'a2', 'a3');
  expect(turns.take()).toBe('a1');
  turns.add('b', 'b1');
  expect(taken(turns)).toEqual(['a2', 'b1', 'a3']);
});

it('gives a key that comes again no turn before those that wait', () => {
  const turns = turnsOf('a1', 'b1');
  expect(turns.take()).toBe('a1');
  turns.add('a', 'a2');
  expect([turns.size, turns.next(), taken(turns)]).toEqual([2, 'b1', ['b1', 'a2']]);
  expect([turns.size, turns.next(), turns.take()]).toEqual([0, undefined, undefined]);
});

it('forgets what no longer waits', () => {
  const turns = turnsOf('a1', 'a2', 'b1');
  turns.remove('a', 'a1');
  turns.remove('b', 'b1');
  turns.remove('b', 'b1');
  expect([turns.size, taken(turns)]).toEqual([1, ['a2']]);
});

it('passes over keys that may not have their turn yet, which stay where they are', () => {
  const turns = turnsOf('a1', 'a2', 'b1', 'c1');
  const notA = (key: string) => key !== 'a';
  expect([turns.take(notA), turns.take(notA), turns.take(notA)]).toEqual(['b1', 'c1', undefined]);
  expect([turns.size, turns.sizeOf('a'), turns.sizeOf('b'), taken(turns)]).toEqual([2, 2, 0, ['a1', 'a2']]);
});
