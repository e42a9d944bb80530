import { describe, expect, it } from '@jest/globals';
import { analyser } from '../word-analysis.js';
import { learned, proposedChoices, type Chosen } from './learned-choice.js';

const DAY = 86_400_000;
const analyse = analyser((word) => [{ lemma: word, score: 1 }]);

/** Invented; six of each, a day between two. */
const matters = {
  roads: [
    'яма на дороге',
    'дорога разбита',
    'засыпьте яму',
    'асфальт провалился',
    'на дороге ямы',
    'грейдер не чистит дорогу',
  ],
  water: [
    'нет горячей воды',
    'вода ржавая',
    'труба с водой течёт',
    'отключили воду',
    'воды нет третий день',
    'напор воды слабый',
  ],
  dogs: ['стая собак', 'собака укусила', 'бродячие собаки', 'собаки у школы', 'отловите собак', 'собака без хозяина'],
};
const log: readonly Chosen[] = Object.entries(matters).flatMap(([choice, texts]) =>
  texts.map((text, at) => ({ text, choice, at: at * DAY })),
);
const model = learned(log, analyse)!;

describe('a choice that was learned', () => {
  it('is proposed first of three, with the words of the text that spoke for it', () => {
    const [first, ...others] = proposedChoices(model, 'У школы опять бродячие СОБАКИ', analyse);
    expect(first).toMatchObject({ choice: 'dogs' });
    expect(first!.words).toContain('собаки');
    expect(others.map(({ choice }) => choice).sort()).toEqual(['roads', 'water']);
    expect(first!.score).toBeGreaterThan(others[0]!.score);
  });

  it('is found in words that were never seen, by their letters', () => {
    expect(proposedChoices(model, 'дарога ямищи', analyse)[0]).toMatchObject({ choice: 'roads' });
  });

  it('has at most so many proposals as are asked for, and none where nothing of the text is known', () => {
    expect(proposedChoices(model, 'вода', analyse, 1)).toHaveLength(1);
    expect(proposedChoices(model, 'xyz', analyse)).toEqual([]);
    expect(proposedChoices(model, '', analyse)).toEqual([]);
  });

  it('shows no numbers, short or common words as reasons', () => {
    const numbered = log.map((one) => (one.choice === 'roads' ? { ...one, text: `на 175-м км у Ю ${one.text}` } : one));
    const [first] = proposedChoices(learned(numbered, analyse)!, 'на 175-м км у Ю', analyse);
    expect(first).toMatchObject({ choice: 'roads', words: [] });
  });

  it('is learned from the newest choices most', () => {
    const changed: readonly Chosen[] = [
      ...log,
      ...Array.from({ length: 5 }, (_, at) => ({ text: 'яма на дороге', choice: 'roads', at: at * DAY })),
      ...Array.from({ length: 5 }, (_, at) => ({ text: 'яма на дороге', choice: 'water', at: (400 + at) * DAY })),
    ];
    const firstOf = (halfLife?: number): string | undefined => {
      const of = learned(changed, analyse, halfLife === undefined ? {} : { halfLife })!;
      return proposedChoices(of, 'яма на дороге', analyse)[0]?.choice;
    };
    expect([firstOf(), firstOf(60 * DAY)]).toEqual(['roads', 'water']);
  });

  it('is not learned from few texts, nor alone', () => {
    const rare = [...log, { text: 'снег на крыше', choice: 'roofs', at: 0 }];
    expect(learned(rare, analyse)!.choices.map(({ choice }) => choice)).toEqual(['dogs', 'roads', 'water']);
    expect(learned(log.slice(0, 6), analyse)).toBeUndefined();
    expect(learned([], analyse)).toBeUndefined();
  });

  it('learns nothing of what fewer than three texts share', () => {
    const once = log.map((one, at) => (at < 2 ? { ...one, text: `${one.text} Чуприн` } : one));
    const thrice = log.map((one, at) => (at < 3 ? { ...one, text: `${one.text} Чуприн` } : one));
    const known = (chosen: readonly Chosen[]) => proposedChoices(learned(chosen, analyse)!, 'Чуприн', analyse);
    expect(known(once)).toEqual([]);
    expect(known(thrice)[0]).toMatchObject({ choice: 'roads', words: ['чуприн'] });
  });

  it('looks at the first 3,000 characters of a text', () => {
    const long = `${'xyz '.repeat(750)} вода`;
    expect(proposedChoices(model, long, analyse)).toEqual([]);
    expect(proposedChoices(model, long.slice(100), analyse)).not.toEqual([]);
  });

  it('is the same whenever it is learned from the same', () => {
    expect(learned(log, analyse)).toEqual(model);
  });

  it('keeps no word of a text: its table has codes and numbers alone', () => {
    const kept = JSON.stringify(model, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? { numbers: Array.from(value as Int8Array).length } : value,
    );
    expect(kept.match(/[а-яё]+/gi)).toBeNull();
  });
});
