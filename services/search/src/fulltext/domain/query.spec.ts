import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { highlight, MARK_END, MARK_START } from './highlight.js';
import { indexedText } from './indexed-text.js';
import { parseQuery } from './query.js';

const words = (text: string) => parseQuery(text).words.map(({ word }) => word);

describe('the query language', () => {
  it('takes words, phrases, negations, beginnings and fields', () => {
    expect(parseQuery('Яма "на дороге" -лёд снег* тема:дороги отдел:«жилищный отдел» район:aldan')).toEqual({
      words: [
        { word: 'яма', prefix: false },
        { word: 'снег', prefix: true },
      ],
      phrases: [['на', 'дороге']],
      choices: [],
      without: [{ word: 'лед', prefix: false }],
      withoutPhrases: [],
      topics: ['дороги'],
      departments: ['жилищный отдел'],
      districts: ['aldan'],
    });
  });

  it('takes what is not finished or not meant as words', () => {
    expect(parseQuery('"нет воды').phrases).toEqual([['нет', 'воды']]);
    expect(words('жилищно-коммунальный')).toEqual(['жилищно', 'коммунальный']);
    expect(words('примечание: свет')).toEqual(['примечание', 'свет']);
    expect(parseQuery('-"нет воды"').withoutPhrases).toEqual([['нет', 'воды']]);
    expect(words('кафе «Радуга» у дома')).toEqual(['кафе', 'радуга', 'у', 'дома']);
    expect(parseQuery(' - * : тема: «»')).toEqual(parseQuery(''));
  });

  it('takes what stands on both sides of «или», and within brackets what is between them', () => {
    const sides = (text: string) =>
      parseQuery(text).choices.map((choice) =>
        choice.map(({ words, phrases }) => [...words.map(({ word }) => word), ...phrases.map((one) => one.join(' '))]),
      );
    const two = [
      [
        ['ветхое', 'жилье'],
        ['аварийный', 'дом'],
      ],
    ];
    for (const or of [' или ', ' ИЛИ ', ' OR ', ' | ', '|'])
      expect(sides(`ветхое жильё${or}аварийный дом`)).toEqual(two);
    expect(sides('"нет воды" или снег* -лёд')).toEqual([[['нет воды'], ['снег']]]);
    expect(parseQuery('яма или канава -лёд тема:дороги')).toMatchObject({ words: [], topics: ['дороги'] });
    expect(words('(яма | канава) дорога')).toEqual(['дорога']);
    expect(sides('(яма | канава) дорога')).toEqual([[['яма'], ['канава']]]);
    expect(sides('снег или двор (яма | канава)')).toEqual([[['снег'], ['двор', 'яма'], ['двор', 'канава']]]);
  });

  it('takes a choice that has one side, and brackets without a choice, as words', () => {
    for (const text of ['яма или', 'или яма', '(яма', 'яма)', '| (яма) |', '(яма или)'])
      expect([parseQuery(text).choices, words(text)]).toEqual([[], ['яма']]);
    expect(words('дом(а) в г. Алдан)')).toEqual(['дом', 'а', 'в', 'г', 'алдан']);
    expect(parseQuery('яма -(лёд)').without).toEqual([{ word: 'лед', prefix: false }]);
    expect(parseQuery('алд или 6').number).toBeUndefined();
  });

  it('takes no more sides and words than a person types', () => {
    const { choices, words: alone, isCut } = parseQuery('(а|б)'.repeat(5) + ' в или г');
    expect([choices.length, choices[0]!.length, alone, isCut]).toEqual([1, 16, [], true]);
    const many = parseQuery('а-б-в-г-д-е-ж-з-и-к|'.repeat(16));
    expect(many.isCut).toBe(true);
    expect(many.choices.flat().flatMap((side) => side.words)).toHaveLength(32);
  });

  it('says what it leaves aside: sides, also within brackets, words, signs and letters beyond the bounds', () => {
    const many = (count: number, between: string) => Array.from({ length: count }, (_, at) => `а${at}`).join(between);
    for (const whole of [many(16, '|'), `(${many(15, '|')}) дорога`, many(32, ' '), 'я'.repeat(1000)])
      expect(parseQuery(whole).isCut).toBeUndefined();
    const sides = '(а|б)(в|г)(д|е)(ж|з)';
    expect(parseQuery(`${sides} | (и)`).isCut).toBe(true);
    expect(parseQuery(`к${sides} или`).isCut).toBeUndefined();
    for (const cut of [many(17, '|'), many(33, ' '), many(33, '-')]) expect(parseQuery(cut).isCut).toBe(true);
    expect(parseQuery(' '.repeat(1001)).isCut).toBe(true);
  });

  it('takes «или» between nothing as a word', () => {
    for (const text of ['или', ' ИЛИ ', '| или ('])
      expect([words(text), parseQuery(text).choices]).toEqual([['или'], []]);
    expect(words('или тема:дороги')).toEqual([]);
    expect(words('|')).toEqual([]);
  });

  it('understands any string somehow', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '"',
          '-',
          '*',
          ':',
          ' ',
          '|',
          '(',
          ')',
          'или ',
          'а',
          'Ү',
          '«',
          '\u0000',
          '\uD800',
          'тема:',
        ),
      }),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        const query = parseQuery(text);
        for (const { word } of [...query.words, ...query.without]) expect(word).not.toBe('');
        for (const side of query.choices.flat()) expect(side.words.length + side.phrases.length).toBeGreaterThan(0);
        for (const phrase of [...query.phrases, ...query.withoutPhrases]) expect(phrase.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is quick with a megabyte of anything', () => {
    for (const piece of ['-', '"', 'а:', '*', ' ']) expect(() => parseQuery(piece.repeat(1_000_000))).not.toThrow();
  });
});

it('keeps phrases inside one text', () => {
  const { words: line, length } = indexedText(['Нет воды', 'на улице'], (word) => ({
    word,
    lemmas: [{ form: word, weight: 1 }],
    stems: [],
  }));
  expect(length).toBe(4);
  expect(line).toContain(' нет воды ');
  expect(line).not.toContain(' воды на ');
});

describe('highlighting', () => {
  it('marks what was found and nothing else', () => {
    expect(highlight('Во дворе яма, ЯМУ засыпать', ({ word }) => word.startsWith('ям'))).toEqual([
      `Во дворе ${MARK_START}яма${MARK_END}, ${MARK_START}ЯМУ${MARK_END} засыпать`,
    ]);
    expect(highlight('ничего', () => false)).toEqual([]);
  });

  it('takes pieces of a long text and never doubles marks', () => {
    const text = `${'слово '.repeat(100)}яма ${'слово '.repeat(100)}\uE000яма`;
    const pieces = highlight(text, ({ word }) => word === 'яма');
    expect(pieces).toHaveLength(2);
    for (const piece of pieces) expect(piece.split(MARK_START)).toHaveLength(2);
  });

  it('has as many starts as ends, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        const all = highlight(text, ({ position }) => position % 3 === 0).join('');
        expect(all.split(MARK_START).length).toBe(all.split(MARK_END).length);
      }),
    );
  });
});
