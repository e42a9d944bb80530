import { beforeAll, expect, it } from '@jest/globals';
import { russianMorphology } from './morphology.js';
import { analyser, type Analyse } from './word-analysis.js';

let analyse: Analyse;
beforeAll(async () => {
  analyse = analyser(await russianMorphology());
});
const lemmas = (word: string) => analyse(word).lemmas.map(({ form }) => form);

it('knows Russian words in any form', () => {
  expect(['людей', 'дети', 'шел', 'воды', 'тко', 'жкх', 'abc'].map((word) => lemmas(word)[0])).toEqual([
    ...['человек', 'ребенок', 'идти', 'вода', 'тко', 'жкх', 'abc'],
  ]);
});

it.each([
  ['угол', 'уголь'],
  ['парковка', 'парк'],
  ['парковая', 'парк'],
  ['парковка', 'парковая'],
  ['крыша', 'крышка'],
  ['крышу', 'крышек'],
  ['течь', 'текущий'],
  ['текущего', 'течет'],
  ['дом', 'ковидом'],
  ['вода', 'ввод'],
  ['воду', 'вводу'],
  ['трава', 'травить'],
  ['травы', 'травят'],
  ['протекает', 'протянуты'],
])('never takes «%s» for «%s»', (one, other) => {
  expect(lemmas(one).filter((lemma) => lemmas(other).includes(lemma))).toEqual([]);
});
