import { describe, expect, it } from '@jest/globals';
import { isSameMatter, isTicked, matterOf, shareOfWords } from './matter-words.js';

const water = 'Нет горячей воды на Быкова, 12, третий день, кв. 1';

describe('the matter of a message', () => {
  it('is recognised by its words, apart from the streets and houses that it names', () => {
    const { words, streets, houses } = matterOf(water);
    expect(words).toEqual(['горячей', 'воды', 'третий', 'день']);
    expect([...streets]).toEqual(['быков']);
    expect([...houses]).toEqual(['быков 12']);
    expect([...matterOf('Ленина, д. 14: темно').houses]).toEqual(['ленин 14']);
  });

  it('knows a word in its other forms', () => {
    expect(shareOfWords(['воду', 'горячую'], ['воды', 'горячей'])).toBe(1);
    expect(shareOfWords(['фонарь'], ['воды'])).toBe(0);
    expect(shareOfWords([], ['воды'])).toBe(0);
  });
});

describe('under the same post', () => {
  it.each([
    'Когда дадут горячую воду на Быкова?',
    'У нас тоже нет воды, Быкова 12',
    'И у нас на Быкова, 14',
    'Поддерживаю!',
    'Дети моются в тазике, Быкова 12, нет горячей воды',
  ])('«%s» is the same matter', (text) => {
    expect(isSameMatter(water, text)).toBe(true);
  });

  it.each([
    'Быкова, 12: ждали автобус сорок минут.',
    'Нет горячей воды, Ленина, 31',
    'Ничего не делаете, одни отписки!',
    'Продам гараж, недорого, торг.',
  ])('«%s» is another one', (text) => {
    expect(isSameMatter(water, text)).toBe(false);
  });
});

describe('what is ticked to be joined', () => {
  const excerpt = 'У нас тоже нет воды, Быкова 12';

  it('is the same matter as the message, or as the case to which both would be joined', () => {
    expect(isTicked([water], { excerpt, urgency: null })).toBe(true);
    expect(isTicked(['Когда это кончится?', water], { excerpt, urgency: null })).toBe(true);
    expect(isTicked([water], { excerpt: 'Продам гараж, недорого, торг.', urgency: null })).toBe(false);
  });

  it('is never what looks urgent', () => {
    expect(isTicked([water], { excerpt, urgency: 'PROPOSED' })).toBe(false);
    expect(isTicked([water], { excerpt, urgency: 'DECLARED' })).toBe(false);
  });
});
