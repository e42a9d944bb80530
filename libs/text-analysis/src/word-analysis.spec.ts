import { describe, expect, it } from '@jest/globals';
import { analyser } from './word-analysis.js';

describe('word analysis', () => {
  const readings: Readonly<Record<string, readonly { lemma: string; score: number }[]>> = {
    стали: [
      { lemma: 'стать', score: 0.9 },
      { lemma: 'сталь', score: 0.05 },
      { lemma: 'сталь', score: 0.05 },
    ],
    пошел: [{ lemma: 'пойти', score: 1 }],
    ребенка: [
      { lemma: 'ребёнок', score: 1 },
      { lemma: 'ребёнка', score: 0.05 },
    ],
  };
  const asked: string[] = [];
  const analyse = analyser((word) => {
    asked.push(word);
    return readings[word] ?? [];
  });

  it('sums equal lemmas, drops the unlikely, folds ё', () => {
    expect(analyse('ребенка').lemmas).toEqual([{ form: 'ребенок', weight: 1 }]);
    expect(analyse('стали').lemmas.map(({ form }) => form)).toEqual(['стать', 'сталь']);
    expect(analyse('стали').lemmas[1]?.weight).toBeLessThan(0.4);
  });

  it('keeps Sakha words away from the Russian dictionary, and finds them without their letters', () => {
    expect(analyse('үлэһит').lemmas.map(({ form }) => form)).toEqual(['үлэһит', 'улэхит']);
    expect(asked).not.toContain('үлэһит');
  });

  it.each([
    ['хараҥаҕа', 'хараҥа'],
    ['хараҥаны', 'хараҥа'],
    ['хараҥаттан', 'хараҥа'],
    ['хараҥаларга', 'хараҥа'],
    ['көмөҕө', 'көмө'],
    ['үлэһиттэргэ', 'үлэһит'],
    ['үлэһиттиин', 'үлэһит'],
    ['оҕолорго', 'оҕо'],
    ['кыһынын', 'кыһын'],
  ])('knows a Sakha word without its endings: %s', (word, stem) => {
    const forms = analyse(word).lemmas.map(({ form }) => form);
    expect(forms[0]).toBe(word);
    expect(forms).toContain(stem);
    expect(analyse(stem).lemmas[0]).toEqual({ form: stem, weight: 1 });
  });

  it('asks for a word once', () => {
    analyse('пошел');
    analyse('пошел');
    expect(asked.filter((word) => word === 'пошел')).toHaveLength(1);
  });

  it('gives derivations of one word the same stem', () => {
    const stem = (word: string) => analyse(word).stems[0];
    expect(stem('ремонтировать')).toBe(stem('ремонт'));
    expect(stem('ремонтный')).toBe(stem('ремонт'));
    expect(stem('вода')).not.toBe(stem('водитель'));
  });
});
