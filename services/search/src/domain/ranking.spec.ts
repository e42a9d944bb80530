import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  impact,
  leadingGroups,
  LENIENT,
  MAX_IMPACT,
  rarity,
  tellingWorth,
  termsFor,
  wordsNeeded,
  type WorthGroup,
} from './ranking.js';

const group = (worth: number): WorthGroup => ({ terms: [], worth, alike: [], lift: 0 });

describe('leading groups', () => {
  const groups = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 10, noNaN: true })).map(group), {
    ...{ minLength: 1, maxLength: 9 },
  });
  const subset = (all: readonly WorthGroup[], bits: number) => all.filter((_, at) => bits & (1 << at));

  it('are met by whatever is enough, and are enough alone when it is said', () => {
    fc.assert(
      fc.property(groups, fc.nat(511), (all, bits) => {
        const [needed, telling] = [wordsNeeded(all.length), tellingWorth(all)];
        const { leading, alone } = leadingGroups(all, needed, telling);
        const met = subset(all, bits);
        const worth = [...met].sort((one, other) => one.worth - other.worth).reduce((sum, one) => sum + one.worth, 0);
        const enough = met.length > 0 && (met.length >= needed || worth >= telling * LENIENT);
        const leads = met.some((one) => leading.includes(one));
        expect({ enough, leads }).not.toEqual({ enough: true, leads: false });
        if (alone) expect(leads).toBe(enough);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the rare ones: two common words together tell too little', () => {
    const [street, house, subsidence] = [group(0.1), group(0.2), group(3)];
    expect(leadingGroups([street, house, subsidence], 2, 0.9)).toMatchObject({ leading: [subsidence, house] });
    expect(leadingGroups([street, house, subsidence], 3, 0.9)).toEqual({ leading: [subsidence], alone: true });
  });

  it('are all of them where one word is needed', () => {
    expect(leadingGroups([group(1), group(3)], 1, 3)).toMatchObject({ alone: true, leading: { length: 2 } });
  });
});

it('lets readings, families and like-looking words stand for a word, in that order', () => {
  const asked = { word: 'ремонта', lemmas: [{ form: 'ремонт', weight: 1 }], families: ['ремонт'] };
  const { terms } = termsFor(asked, ['вода', 'ремонтировать', 'ремонты']);
  expect(terms.map(({ form }) => form)).toEqual(['ремонт', 'ремонтировать', 'ремонты']);
});

it('ranks the rarer word and the shorter text higher, in whole steps', () => {
  expect(rarity(100, 2)).toBeGreaterThan(rarity(100, 60));
  expect(impact(1, 20)).toBeGreaterThan(impact(1, 90));
  expect(impact(2, 50)).toBeGreaterThan(impact(1, 50));
  expect([impact(0.1, 10_000), impact(10_000, 1)]).toEqual([1, MAX_IMPACT]);
});
