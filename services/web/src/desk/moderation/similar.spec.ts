import { describe, expect, it } from '@jest/globals';
import { isJoinable, likeness, similarityQuery, type Candidate, type Moderated } from './similar.js';

const message: Moderated = { id: 'm', receivedAt: '2026-11-27T00:41:00Z', settlement: 'aldan', topic: 'musor' };
const other: Candidate = {
  ...{ id: 'o', state: 'REGISTERED', receivedAt: '2026-11-25T00:40:00Z', settlement: 'aldan' },
  topics: ['musor'],
};

describe('similar appeals', () => {
  it('asks for the longest words in the order of the text, each once', () => {
    expect(similarityQuery('Мусор, мусор во дворе Быкова: не вывозят контейнеры')).toBe(
      'мусор дворе быкова вывозят контейнеры',
    );
  });

  it('asks for nothing of a text without long words', () => {
    expect(similarityQuery('Да, на ул. 7!')).toBe('');
  });

  it('takes no operator of the query language from the text', () => {
    expect(similarityQuery('тема:дороги -яма "ямы" слово*')).toBe('тема дороги слово');
  });

  it('limits the words, keeping the longest', () => {
    const words = Array.from({ length: 20 }, (_, index) => 'слово'.padEnd(5 + index, 'о'));
    expect(similarityQuery(words.join(' ')).split(' ')).toEqual(words.slice(8));
  });

  it('tells what a candidate shares', () => {
    expect(likeness(message, other)).toEqual({ place: true, topic: true, days: 2 });
    const unlike = { ...other, settlement: undefined, topics: [] };
    expect(likeness({ ...message, topic: undefined }, unlike)).toMatchObject({ place: false, topic: false });
  });

  it('offers neither the message itself nor one that will have no answer', () => {
    expect(isJoinable(message, other)).toBe(true);
    expect(isJoinable(message, { ...other, id: 'm' })).toBe(false);
    for (const state of ['SPAM', 'WITHDRAWN', 'DUPLICATE'])
      expect(isJoinable(message, { ...other, state })).toBe(false);
  });
});
