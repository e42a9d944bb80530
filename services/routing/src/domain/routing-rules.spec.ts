import { expect, it } from '@jest/globals';
import { analyser, PatternError, synonymsOf } from '@otklik/text-analysis';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { routeProposer, type RouteRule } from './routing-rules.js';

const analyse = analyser(await russianMorphology());
const synonyms = synonymsOf([['ветхое жильё', 'аварийный дом', 'барак']], analyse);

const roads: RouteRule = {
  id: 'roads',
  version: 3,
  words: ['дорога', 'яма', 'щебёнка'],
  topic: 'ROADS',
  department: 'works',
};
const housing: RouteRule = {
  id: 'housing',
  version: 1,
  words: ['ветхое жильё'],
  without: ['дерево'],
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
  routeProposer(rules, { analyse, synonyms })({ text, channel: 'SITE', ...more });

it('returns the rule, its version and its patterns that matched', () => {
  expect(propose([housing, roads], 'На ДОРОГАХ посёлка одни ямы, засыпьте щебенкой!')).toEqual({
    topic: 'ROADS',
    department: 'works',
    rule: 'roads',
    ruleVersion: 3,
    words: ['дорога', 'яма', 'щебёнка'],
  });
});

it('returns the pattern of the rule when a synonym matches', () => {
  expect(propose([housing], 'Мы живём в бараке')?.words).toEqual(['ветхое жильё']);
});

it('returns the first matching rule in the order of the district', () => {
  const later: RouteRule = { ...roads, id: 'later' };
  expect(propose([later, roads], 'дорога')?.rule).toBe('later');
  expect(propose([roads, later], 'дорога')?.rule).toBe('roads');
});

it('skips a rule when one of its excluded patterns matches', () => {
  expect(propose([housing, roads], 'У аварийного дома упало дерево на дорогу')?.rule).toBe('roads');
  expect(propose([housing, roads], 'Дорога к аварийному дому')?.rule).toBe('housing');
});

it('requires every condition of a rule', () => {
  expect(propose([calls], 'дорога')).toBeUndefined();
  expect(propose([calls], 'дорога', { channel: 'PHONE' })?.department).toBe('duty');
  expect(propose([calls], 'собаки', { channel: 'PHONE' })).toBeUndefined();
  expect(propose([village], 'что угодно')).toBeUndefined();
  expect(propose([village], 'что угодно', { settlement: 'KHT' })).toMatchObject({ rule: 'village', words: [] });
});

it('refuses an invalid pattern', () => {
  expect(() => routeProposer([{ ...roads, words: ['во*'] }], { analyse, synonyms })).toThrow(PatternError);
});
