import { expect, it, describe } from '@jest/globals';
import { linesFor } from './palette-lines.js';

const run = (): void => undefined;
const all = ['Исполнитель', 'Продлить срок', 'Попросить продлить срок', 'Моя очередь', 'Мои вопросы'].map((title) => ({
  title,
  run,
}));
const titles = (typed: string): readonly string[] => linesFor(typed, all).map(({ title }) => title);

describe('the lines of the palette', () => {
  it('are those of which each typed word begins a word, in any order and case', () => {
    expect(titles('СРОК прод')).toEqual(['Продлить срок', 'Попросить продлить срок']);
  });

  it('are not found by a part in the middle of a word', () => {
    expect(titles('полнитель')).toEqual([]);
  });

  it('are all of them while nothing is typed, each title once', () => {
    expect(linesFor(' ', [...all, ...all])).toHaveLength(all.length);
  });
});
