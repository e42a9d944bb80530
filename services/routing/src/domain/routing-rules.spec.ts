import { expect, it } from '@jest/globals';
import { proposeRoute, type RouteRule } from './routing-rules.js';

const roads: RouteRule = {
  id: 'roads',
  version: 3,
  words: ['дорог*', 'яма', 'щебёнка'],
  topic: 'ROADS',
  department: 'works',
};
const company: RouteRule = {
  id: 'company',
  version: 1,
  words: ['управля* компани*'],
  topic: 'HOUSING',
  department: 'housing',
};
const village: RouteRule = {
  id: 'village',
  version: 2,
  words: [],
  settlements: ['KHT'],
  topic: 'RURAL',
  department: 'rural',
};
const calls: RouteRule = { ...roads, id: 'calls', channels: ['PHONE', 'RECEPTION'], department: 'duty' };

const propose = (rules: readonly RouteRule[], text: string, more: { settlement?: string; channel?: string } = {}) =>
  proposeRoute(rules, { text, channel: 'SITE', ...more });

it('answers the rule, its version and its own words', () => {
  expect(propose([company, roads], 'На ДОРОГАХ посёлка одни ямы, засыпьте щебенка!')).toEqual({
    topic: 'ROADS',
    department: 'works',
    rule: 'roads',
    ruleVersion: 3,
    words: ['дорог*', 'щебёнка'],
  });
});

it('takes the first rule that fits, in the order of the district', () => {
  const later: RouteRule = { ...roads, id: 'later' };
  expect(propose([later, roads], 'дорога')?.rule).toBe('later');
  expect(propose([roads, later], 'дорога')?.rule).toBe('roads');
});

it.each([
  ['a whole word only', 'Ямал далеко', undefined],
  ['a beginning', 'бездорожье', undefined],
  ['ё and е alike', 'ЩЕБЁНКА', 'roads'],
  ['ё written as two signs', 'щебе\u0308нка', 'roads'],
  ['a star of the applicant is no star', 'щеб* и камни', undefined],
  ['a phrase in its order', 'наша управляющая компания молчит', 'company'],
  ['a phrase out of order', 'компания, управляющая домом', undefined],
  ['a phrase at the very end, cut', 'кто управляет', undefined],
  ['nothing to read', '   ', undefined],
  ['Sakha letters', 'Суол куһаҕан', undefined],
])('%s', (_, text, rule) => {
  expect(propose([roads, company], text)?.rule).toBe(rule);
});

it('reads Sakha words of a rule', () => {
  const sakha: RouteRule = { ...roads, words: ['куһаҕ*'] };
  expect(propose([sakha], 'Суол КУҺАҔАН')?.words).toEqual(['куһаҕ*']);
});

it('demands every condition that is given', () => {
  expect(propose([calls], 'дорога')).toBeUndefined();
  expect(propose([calls], 'дорога', { channel: 'PHONE' })?.department).toBe('duty');
  expect(propose([calls], 'собаки', { channel: 'PHONE' })).toBeUndefined();
  expect(propose([village], 'что угодно')).toBeUndefined();
  expect(propose([village], 'что угодно', { settlement: 'KHT' })).toMatchObject({ rule: 'village', words: [] });
});

it('compares dictionary forms where a reader hands them in', () => {
  const lemmas: Record<string, string[]> = { ям: ['яма'], людей: ['человек'], люди: ['человек'] };
  const lemmasOf = (word: string) => lemmas[word] ?? [];
  const people: RouteRule = { ...roads, id: 'people', words: ['люди'] };
  expect(proposeRoute([roads], { text: 'много ям', channel: 'SITE' }, lemmasOf)?.words).toEqual(['яма']);
  expect(proposeRoute([people], { text: 'для людей', channel: 'SITE' }, lemmasOf)?.rule).toBe('people');
});
