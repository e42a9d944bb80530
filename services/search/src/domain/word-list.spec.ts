import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { trigrams } from '@otklik/text-analysis';
import { nearWords, WordList } from './word-list.js';

const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в', 'ө', '𐐷'), minLength: 1, maxLength: 6 });
const someWords = fc.uniqueArray(word, { maxLength: 60 });
const listOf = (words: readonly string[]) =>
  WordList.of(
    words.map((one, place) => ({ word: one, texts: place + 1 })),
    () => Promise.resolve(),
  );

/** By looking at every word. */
function byHand(lists: readonly (readonly string[])[], forms: readonly string[], most: number): readonly string[] {
  const grams = new Set(forms.flatMap(trigrams));
  const all = lists.flat().map((one) => ({ one, shared: trigrams(one).filter((gram) => grams.has(gram)).length }));
  const sharing = (least: number) => all.filter(({ shared }) => shared >= least);
  const least = Array.from({ length: grams.size }, (_, at) => at + 1).find((each) => sharing(each).length <= most);
  return least === undefined ? [] : [...new Set(sharing(least).map(({ one }) => one))].sort();
}

it('finds the words that share the most 3-grams, all that share equally many or none of them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someWords, { minLength: 1, maxLength: 3 }),
      fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      fc.nat(40),
      async (lists, asked, most) => {
        const made = await Promise.all(lists.map(listOf));
        // Asked one after the other: nothing stays from the one before.
        for (const forms of asked) expect([...nearWords(made, forms, most)].sort()).toEqual(byHand(lists, forms, most));
      },
    ),
    { numRuns: 300 },
  );
});

it('knows how many texts hold a word', async () => {
  const list = await listOf(['яма', 'дорога']);
  expect([list.textsWith('яма'), list.textsWith('дорога'), list.textsWith('ямы')]).toEqual([1, 2, 0]);
});
