import { describe, expect, it } from '@jest/globals';
import { linesFor, unmistakable, type PaletteLine } from './palette-lines.js';

const line = (title: string, more: Partial<PaletteLine> = {}): PaletteLine => ({
  title,
  run: () => undefined,
  ...more,
});
const all = ['Исполнитель', 'Продлить срок', 'Попросить продлить срок', 'Моя очередь', 'Мои вопросы'].map((title) =>
  line(title),
);
const titles = (typed: string): readonly string[] => linesFor(typed, all).map(({ title }) => title);

describe('the lines of the palette', () => {
  it('are those of which each typed word begins a word, in any order and case', () => {
    expect(titles('СРОК прод')).toEqual(['Продлить срок', 'Попросить продлить срок']);
  });

  it('are not found by a part in the middle of a word', () => {
    expect(titles('полнитель')).toEqual([]);
  });

  it('are all of them while nothing is typed', () => {
    expect(linesFor(' ', all)).toHaveLength(all.length);
  });

  it('name none of several that their words do not tell apart, but for the one with the key', () => {
    expect(unmistakable([line('Не размещать'), line('Не размещать'), line('Отдел')])).toEqual([
      expect.objectContaining({ title: 'Отдел' }),
    ]);
    const withKey = line('Исполнитель', { keys: 'KeyA' });
    expect(unmistakable([line('Исполнитель'), withKey])).toEqual([withKey]);
  });

  it('name nothing that is out of sight', () => {
    const seen = line('Не размещать', { isShown: () => true });
    expect(unmistakable([line('Ещё вопрос', { isShown: () => false }), seen])).toEqual([seen]);
  });
});
