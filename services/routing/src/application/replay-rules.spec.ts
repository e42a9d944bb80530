import { expect, it } from '@jest/globals';
import { replayTally, type Placed, type ReplayedQuestion, type ReplayTally } from './replay-rules.js';

const roads = { topic: 'yama', department: 'roads', due: '2026-12-24' };

function question(after: Placed, before: Placed = roads, more: Partial<ReplayedQuestion> = {}): ReplayedQuestion {
  return { appeal: 'a', ordinal: 1, countedFrom: '2026-11-24', before, after, ...more };
}

function counted(...questions: readonly ReplayedQuestion[]): Partial<ReplayTally> {
  const tally = replayTally();
  for (const one of questions) tally.take(one);
  return Object.fromEntries(Object.entries(tally.result()).filter(([, count]) => count > 0));
}

it('changes nothing where the rules say the same', () => {
  expect(counted(question(roads), question({}, {}))).toEqual({ questions: 2 });
});

it.each<[string, Placed, Placed, keyof ReplayTally]>([
  ['another department', roads, { ...roads, department: 'housing' }, 'department'],
  ['another topic of the same department', roads, { ...roads, topic: 'moika' }, 'topic'],
  ['a rule that catches what was left to the coordinator', { due: roads.due }, roads, 'caught'],
  ['no rule any more', roads, { due: roads.due }, 'left'],
  ['an earlier term', roads, { ...roads, due: '2026-12-09' }, 'earlier'],
  ['a later term', roads, { ...roads, due: '2026-12-25' }, 'later'],
  ['a term in hours on the same day', roads, { ...roads, due: '2026-12-24T08:00:00.000Z' }, 'later'],
  ['no term', roads, { topic: 'yama', department: 'roads' }, 'withoutTerm'],
])('counts %s', (_, before, after, name) => {
  expect(counted(question(after, before))).toEqual({ questions: 1, changed: 1, [name]: 1 });
});

it('counts a question once that changes its department and its term', () => {
  const after = { topic: 'teplo', department: 'housing', due: '2026-12-01' };
  expect(counted(question(after))).toEqual({ questions: 1, changed: 1, department: 1, earlier: 1 });
});

it.each(['deleted', 'byOfficial'] as const)('compares the term alone where the route cannot be: %s', (routeUnknown) => {
  const sameTerm = question({ due: roads.due }, roads, { routeUnknown });
  const otherTerm = question({ due: '2026-12-01' }, roads, { routeUnknown });
  expect(counted(sameTerm, otherTerm)).toEqual({ questions: 2, changed: 1, earlier: 1, [routeUnknown]: 2 });
});
