import { describe, expect, it } from '@jest/globals';
import { russianMorphology } from './morphology.js';
import { isPlaceInitial, placeWords } from './place-words.js';
import { synonymsOf } from './synonyms.js';
import { compilePattern, parsePattern, readText } from './text-pattern.js';
import { tokenise } from './tokens.js';
import { analyser } from './word-analysis.js';

const analyse = analyser(await russianMorphology());
const words = (text: string): string[] => tokenise(text).map(({ word }) => word);
const synonyms = synonymsOf(
  [
    ['ветхое жильё', 'аварийное жильё', 'барак'],
    ['переселение', 'расселение'],
    ['мусор', 'ТКО', 'твёрдые отходы'],
    ['вывоз мусора', 'вывоз отходов'],
    ['детский сад', 'детсад', 'д/с'],
  ],
  analyse,
);
const expansions = (text: string): string[] => synonyms.expansions(words(text)).map((phrase) => phrase.join(' '));

describe('synonyms', () => {
  it.each([
    ['a word for a phrase', 'барак', ['барак', 'ветхое жилье', 'аварийное жилье']],
    ['a phrase for a word, in any form', 'ветхого жилья', ['ветхого жилья', 'аварийное жилье', 'барак']],
    ['ё and е alike', 'аварийное жильё', ['аварийное жилье', 'ветхое жилье', 'барак']],
    ['capitals alike', 'тко', ['тко', 'мусор', 'твердые отходы']],
    ['a phrase with a hyphen or a stroke', 'д-с', ['д с', 'детский сад', 'детсад']],
    ['a word that has none', 'светофор', ['светофор']],
    ['half of a phrase', 'жильё', ['жилье']],
    ['nothing', '', ['']],
  ])('expands %s', (_, text, expected) => {
    expect(expansions(text)).toEqual(expected);
  });

  it('expands each run inside a longer phrase', () => {
    expect(expansions('расселение барака весной')).toEqual([
      ...['расселение барака весной', 'переселение барака весной', 'расселение ветхое жилье весной'],
      ...['переселение ветхое жилье весной', 'расселение аварийное жилье весной', 'переселение аварийное жилье весной'],
    ]);
  });

  it('takes the longest run, and no synonym of a synonym', () => {
    expect(expansions('вывоз мусора')).toEqual(['вывоз мусора', 'вывоз отходов']);
  });

  it('returns the place of each run', () => {
    expect(synonyms.spans(words('просим ускорить расселение ветхого жилья'))).toEqual([
      { from: 2, to: 3, alternatives: [['переселение']] },
      { from: 3, to: 5, alternatives: [['аварийное', 'жилье'], ['барак']] },
    ]);
  });

  it('bounds the expansions of a phrase whose words all have synonyms', () => {
    expect(synonyms.expansions(Array<string>(12).fill('мусор')).length).toBeLessThanOrEqual(32);
  });
});

describe('words for streets and settlements', () => {
  const places = synonymsOf(placeWords, analyse);
  it.each([
    ['ул. Пучковка', 'улица пучковка'],
    ['пер. Южный', 'переулок южный'],
    ['пр-т Победы', 'проспект победы'],
    ['мкр. Солнечный', 'микрорайон солнечный'],
    ['пос. Нижний Куранах', 'поселок нижний куранах'],
    ['г. Алдан', 'город алдан'],
    ['с. Хатыстыр', 'село хатыстыр'],
    ['р-н Алданский', 'район алданский'],
  ])('finds %s and %s by each other', (short, whole) => {
    const meets = (pattern: string, text: string): boolean =>
      compilePattern(parsePattern(words(pattern).join(' ')), { analyse, synonyms: places })(readText(text, analyse));
    expect([meets(short, whole), meets(whole, short)]).toEqual([true, true]);
  });

  it('tells a single letter from a name and from a whole word', () => {
    expect(['г', 'с', 'п'].map(isPlaceInitial)).toEqual([true, true, true]);
    expect(['ул', 'село', 'пучковка'].map(isPlaceInitial)).toEqual([false, false, false]);
  });
});
