import { expect, it } from '@jest/globals';
import { compact } from '@otklik/kernel';
import { classifierOf, type District } from '@otklik/tenancy';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { codeOf, districtRoutes, foundCode } from './district-routes.js';

const district = {
  departments: [{ code: 'roads' }, { code: 'housing' }],
  topics: [
    { code: 'PITS', department: 'roads', classifiers: ['0003.0009.0099.0742', '0003.0009.0099.0743'] },
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
  expect(routed('PITS', 'Холодно')).toMatchObject({ topic: 'PITS', classifier: '0003.0009.0099.0742', words: [] });
});

it.each([undefined, 'OTHER', 'MOVED', 'GONE'])(
  'goes by the rules where no department answers for the topic (%s)',
  (topic) => {
    expect(routed(topic)).toMatchObject({ topic: 'PITS', rule: 'pit', words: ['яма'] });
    expect(routed(topic, 'Холодно')).toBeUndefined();
  },
);

it('sets the likeliest code of a topic with the edition that has it', () => {
  const rows = [{ code: '0003.0009.0099.0742', name: 'Дороги' }];
  const classifier = classifierOf([{ edition: '31.10.2025', isWhole: true, rows }]);
  const set = { classifier: '0003.0009.0099.0742', classifierEdition: '31.10.2025' };
  expect(codeOf({ ...district, classifier }, 'PITS')).toEqual(set);
  expect(codeOf(district, 'PITS')).toEqual({ classifier: '0003.0009.0099.0742' });
  expect(codeOf(district, 'HEAT')).toEqual({});
  expect(foundCode({ ...district, classifier }, '0003.0009.0099.0742.0000')).toEqual({ ...set, codeIs: 'KNOWN' });
  expect(foundCode({ ...district, classifier }, '0003.0009.0099').codeIs).toBe('TOO_WIDE');
  expect(foundCode(district, '0003.0009.0099.0742').codeIs).toBe('UNCHECKED');
});
