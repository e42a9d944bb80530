import { beforeAll, describe, expect, it } from '@jest/globals';
import { russianLexicon } from '../morphology.js';
import { BY_HAND, BY_SECOND_HAND } from './by-hand.fixture.js';
import type { Lexicon } from './found.js';
import { generated } from './generated.fixture.js';
import { markedText, readMasked, type Marked } from './marked-text.fixture.js';
import { compileManyExpressions } from './many-expressions.fixture.js';
import { ORDINARY } from './ordinary.fixture.js';

const SEED = 20_261_130;
const GENERATED = 3_000;
const MAX_SHARE = 0.02;
/** Texts by hand of which something is left: exactly what README.md tells. */
const MAX_BY_HAND = 6;
const MAX_BY_SECOND_HAND = 7;

let lexicon: Lexicon;
beforeAll(async () => {
  compileManyExpressions();
  lexicon = await russianLexicon();
});

const marked = (): readonly Marked[] =>
  generated(GENERATED, SEED).map(({ text, start, end }) => ({ text, must: [[start, end]], may: [[0, text.length]] }));

describe('a masked text', () => {
  it('holds none of 3,000 generated items of every class, whatever words stand before and after them', () => {
    const items = generated(GENERATED, SEED);
    const left = readMasked(marked(), lexicon).flatMap(({ left, text }, at) =>
      left.length > 0 ? [`${items[at]!.kind}: ${text} → ${left.join(' | ')}`] : [],
    );
    expect(left).toEqual([]);
  });

  it.each([
    ['by hand', BY_HAND, MAX_BY_HAND],
    ['by a second hand', BY_SECOND_HAND, MAX_BY_SECOND_HAND],
  ])('holds all but a known part of what was planted %s', (by, texts, max) => {
    const left = readMasked(texts.map(markedText), lexicon).filter((one) => one.left.length > 0);
    process.stdout.write(`masking: something is left of ${left.length} of ${texts.length} texts ${by}\n`);
    expect(texts).toHaveLength(300);
    expect(left.length).toBeLessThanOrEqual(max);
  });

  it('keeps at least 98 % of the words of ordinary texts, and of what stands beside personal data', () => {
    for (const texts of [ORDINARY, BY_HAND, BY_SECOND_HAND]) {
      const read = readMasked(texts.map(markedText), lexicon);
      const [words, lost] = [read.flatMap((one) => one.words), read.flatMap((one) => one.lost)];
      expect({ lost, share: lost.length / words.length }).toEqual({ lost, share: expect.any(Number) });
      expect(lost.length / words.length).toBeLessThanOrEqual(MAX_SHARE);
    }
  });
});
