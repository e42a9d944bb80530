import { describe, expect, it } from '@jest/globals';
import { russianMorphology } from './morphology.js';
import { synonymsOf } from './synonyms.js';
import { compilePattern, parsePattern, PatternError, readText } from './text-pattern.js';
import { analyser } from './word-analysis.js';

const analyse = analyser(await russianMorphology());
const synonyms = synonymsOf(
  [
    ['ветхое жильё', 'аварийное жильё', 'барак'],
    ['мусор', 'ТКО'],
  ],
  analyse,
);
const meets = (pattern: string, text: string): boolean =>
  compilePattern(parsePattern(pattern), { analyse, synonyms })(readText(text, analyse));

describe('a pattern', () => {
  it.each([
    ['a word in another form', 'яма', 'Много ЯМ на дороге', true],
    ['no word that only begins so', 'яма', 'Ямал далеко', false],
    ['no other word of the root', 'крыша', 'нет крышки', false],
    ['ё and е alike', 'щебёнка', 'насыпали щебенку', true],
    ['ё written as two signs', 'щебёнка', 'насыпали щебе\u0308нку', true],
    ['a synonym', 'мусор', 'не вывозят ТКО', true],
    ['a phrase as a synonym of a word', 'барак', 'живём в аварийном жилье', true],
    ['a synonym inside a phrase', 'вывоз мусора', 'вывоз ТКО не налажен', true],
    ['no half of a synonym', 'ветхое жильё', 'ветхие сухие деревья', false],
    ['a phrase in any form', 'детская площадка', 'на детской площадке', true],
    ['no phrase out of its order', 'детская площадка', 'площадка для детских игр', false],
    ['no phrase across other words', 'детская площадка', 'детская новая площадка', false],
    ['a hyphen as a space', 'жилищно-коммунальный', 'жилищно коммунальное хозяйство', true],
    ['a beginning', 'водопровод*', 'водопроводная вода', true],
    ['no middle as a beginning', 'дорог*', 'бездорожье', false],
    ['a beginning inside a phrase', 'управля* компани*', 'наша управляющая компания молчит', true],
    ['both words, wherever they stand', 'снег + двор', 'двор не чистят: весь в снегу', true],
    ['not one of two words', 'снег + двор', 'снег лежит на дороге', false],
    ['words near each other, in any order', 'нет ~ вода', 'воды опять нет', true],
    ['no words far from each other', 'нет ~ вода', 'воды много но дороги в посёлке как не было так и нет', false],
    ['phrases near each other', 'детская площадка ~ мусор', 'мусор возле детской площадки', true],
    ['no word that is near only itself', 'вода ~ вода', 'вода', false],
    ['Sakha words', 'куһаҕ*', 'Суол КУҺАҔАН', true],
    ['no star of the text', 'щебень', 'щеб*', false],
    ['nothing in an empty text', 'яма', '  ', false],
  ])('meets %s', (_, pattern, text, expected) => {
    expect(meets(pattern, text)).toBe(expected);
  });

  it.each([
    ['', /without a word/],
    ['снег +', /without a word/],
    ['снег + двор ~ дом', /mixes/],
    ['во*', /3 letters/],
    ['сне*г', /«сне\*г» is not a word/],
    ['"снег"', /is not a word/],
  ])('is refused as %p', (pattern, message) => {
    expect(() => parsePattern(pattern)).toThrow(PatternError);
    expect(() => parsePattern(pattern)).toThrow(message);
  });
});
