import { expect, it } from '@jest/globals';
import { analyser } from './word-analysis.js';
import { russianMorphology } from './morphology.js';

it('knows Russian words in any form', async () => {
  const analyse = analyser(await russianMorphology());
  const best = (word: string) => analyse(word).lemmas[0]?.form;
  expect(['людей', 'дети', 'шел', 'воды', 'тко', 'жкх', 'abc'].map(best)).toEqual([
    ...['человек', 'ребенок', 'идти', 'вода', 'тко', 'жкх', 'abc'],
  ]);
  expect(analyse('угол').lemmas.map(({ form }) => form)).not.toContain('уголь');
});
