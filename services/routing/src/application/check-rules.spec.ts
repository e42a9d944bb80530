import { expect, it } from '@jest/globals';
import type { ProposedRoute } from '../domain/routing-rules.js';
import { rulesCheck } from './check-rules.js';

const rules = [
  { id: 'roads', topic: 'ROADS' },
  { id: 'water', topic: 'WATER' },
];
const propose = ({ text }: { readonly text: string }): ProposedRoute | undefined => {
  const rule = rules.find(({ id }) => text.includes(id));
  return rule && { topic: rule.topic, department: 'd', rule: rule.id, ruleVersion: 1, words: [rule.id] };
};
const take = (texts: readonly string[], judgements: Readonly<Record<string, readonly string[]>>) => {
  const check = rulesCheck(rules, propose, new Map(Object.entries(judgements)));
  texts.forEach((text, at) => check.take(String(at), { text, channel: 'SITE' }));
  return check.result();
};

it('counts what each rule catches, with its words and the first ids', () => {
  const { rules: tallies, appeals, withoutRule } = take([...Array<string>(7).fill('roads'), 'nothing', 'water'], {});
  expect([appeals, withoutRule]).toEqual([9, 1]);
  expect(tallies.map(({ rule, caught }) => [rule, caught])).toEqual([
    ['roads', 7],
    ['water', 1],
  ]);
  expect([tallies[0]!.ids, [...tallies[0]!.words]]).toEqual([['0', '1', '2', '3', '4'], [['roads', 7]]]);
});

it('counts a judged appeal as right when the topic of its rule is among those judged', () => {
  const { rules: tallies, judged } = take(['roads', 'roads', 'water', 'nothing', 'roads', 'water'], {
    0: ['ROADS'],
    1: ['WATER'],
    2: ['ROADS', 'WATER'],
    3: ['ROADS'],
    4: [],
  });
  expect(judged).toEqual({ appeals: 5, withTopic: 4, caught: 4, right: 2 });
  expect(tallies.map(({ judged: of, right }) => [right, of])).toEqual([
    [1, 3],
    [1, 1],
  ]);
});
