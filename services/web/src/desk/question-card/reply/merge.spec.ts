import { describe, expect, it } from '@jest/globals';
import { mergedText, placesOf, type Side } from './merge.js';

const mine = 'Дом признан аварийным.\n\nРасселим до 1 сентября 2027 г.';
const theirs = 'Дом признан аварийным.\n\nРасселим в 2027 году.\n\nДорогу чистит управление.';
const choose = (...sides: [number, Side][]) => new Map(sides);

describe('two versions of an answer', () => {
  const places = placesOf(mine, theirs);

  it('are chosen between only where they differ', () => {
    expect(places.map(({ same }) => same)).toEqual([true, false, false]);
  });

  it('make no text until each place is chosen', () => {
    expect(mergedText(places, choose([1, 'mine']))).toBeUndefined();
  });

  it('make the own text when all is mine, and the colleague’s when all is theirs', () => {
    expect(mergedText(places, choose([1, 'mine'], [2, 'mine']))).toBe(mine);
    expect(mergedText(places, choose([1, 'theirs'], [2, 'theirs']))).toBe(theirs);
  });

  it('are joined paragraph by paragraph', () => {
    expect(mergedText(places, choose([1, 'mine'], [2, 'theirs']))).toBe(`${mine}\n\nДорогу чистит управление.`);
  });
});
