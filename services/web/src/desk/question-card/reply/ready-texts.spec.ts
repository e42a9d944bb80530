import { expect, it } from '@jest/globals';
import { countedUses, lookedAt, takenFrom } from './ready-texts.js';

const text = 'Фонари на улице починит подрядчик до {{срок}}.';

it('counts what is left of the text that was taken last of each list, and where it stood', () => {
  const looked = lookedAt(lookedAt(undefined, 'TEMPLATE', 7), 'SIMILAR_ANSWER', 3);
  const first = takenFrom(looked, 'TEMPLATE', { at: 0, shown: 7, text: 'Другой шаблон' });
  const taken = takenFrom(first, 'TEMPLATE', { at: 3, shown: 7, text });
  expect(countedUses(taken, 'Фонари на улице починим сами')).toEqual([
    { kind: 'SIMILAR_ANSWER', shown: 3 },
    { kind: 'TEMPLATE', shown: 7, place: 4, kept: 50 },
  ]);
});

it('keeps numbers alone, which a further look at the list does not take back', () => {
  const taken = takenFrom(undefined, 'SIMILAR_ANSWER', { at: 1, shown: 5, text });
  expect(lookedAt(taken, 'SIMILAR_ANSWER', 5)).toBe(taken);
  expect(JSON.stringify(taken)).not.toMatch(/\p{Script=Cyrillic}/u);
});

it('says nothing of an empty list, nor where none was looked at', () => {
  expect(lookedAt(undefined, 'SIMILAR_ANSWER', 0)).toBeUndefined();
  expect(countedUses(undefined, text)).toEqual([]);
});
