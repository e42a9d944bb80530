import { expect, it } from '@jest/globals';
import { compact } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { districtRoutes } from './district-routes.js';

const district = {
  departments: [{ code: 'roads' }, { code: 'housing' }],
  topics: [
    { code: 'PITS', department: 'roads', classifier: '0003.0008.0086.0567' },
    { code: 'HEAT', department: 'housing' },
    { code: 'OTHER' },
    { code: 'MOVED', department: 'dissolved' },
  ],
  routingRules: [{ id: 'pit', version: 1, words: ['яма'], topic: 'PITS', department: 'roads' }],
  synonyms: [],
} as unknown as District;
const propose = districtRoutes(await russianMorphology()).of(district);
const routed = (topic: string | undefined, text = 'Яма у дома') => propose(compact({ text, channel: 'SITE', topic }));

it('goes first by the topic that the applicant chose, whatever the words say', () => {
  expect(routed('HEAT')).toEqual({ topic: 'HEAT', department: 'housing', words: [] });
  expect(routed('PITS', 'Холодно')).toMatchObject({ topic: 'PITS', classifier: '0003.0008.0086.0567', words: [] });
});

it.each([undefined, 'OTHER', 'MOVED', 'GONE'])(
  'goes by the rules where no department answers for the topic (%s)',
  (topic) => {
    expect(routed(topic)).toMatchObject({ topic: 'PITS', rule: 'pit', words: ['яма'] });
    expect(routed(topic, 'Холодно')).toBeUndefined();
  },
);
