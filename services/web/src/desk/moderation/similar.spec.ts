import { describe, expect, it } from '@jest/globals';
import {
  casesFirst,
  isJoinable,
  isProposed,
  likeness,
  similarityQuery,
  type Candidate,
  type Moderated,
} from './similar.js';

const message: Moderated = {
  ...{ id: 'm', receivedAt: '2026-11-27T00:41:00Z', settlement: 'aldan', topic: 'musor' },
  text: 'Вторую неделю не вывозят контейнеры во дворе Быкова',
  post: undefined,
};
const other: Candidate = {
  ...{ id: 'o', state: 'REGISTERED', receivedAt: '2026-11-25T00:40:00Z', settlement: 'aldan' },
  topics: ['musor'],
  text: 'Контейнеры у Быкова, 9 не вывозили с ноября',
  post: undefined,
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
    expect(likeness(message, other)).toEqual({
      ...{ place: true, street: false, topic: true, words: true, days: 2 },
    });
    const unlike = { ...other, settlement: undefined, topics: [] };
    expect(likeness({ ...message, topic: undefined }, unlike)).toMatchObject({ place: false, topic: false });
  });

  it('proposes the same matter of the same place, by its topic or its words', () => {
    const unrouted = { ...other, topics: [] };
    expect(isProposed('REGISTERED', likeness(message, unrouted))).toBe(true);
    expect(isProposed('RECEIVED', likeness(message, unrouted))).toBe(false);
    expect(isProposed('REGISTERED', likeness(message, { ...unrouted, settlement: 'tommot' }))).toBe(false);
    expect(isProposed('REGISTERED', likeness(message, { ...unrouted, text: 'Во дворе Быкова темно' }))).toBe(false);
    expect(isProposed('REGISTERED', likeness({ ...message, text: 'Когда?' }, unrouted))).toBe(false);
  });

  it('knows a street that both name, and that another one is elsewhere', () => {
    const gas = { ...message, settlement: undefined, topic: undefined, text: 'Пахнет газом в подъезде, Ленина, 14' };
    const at = (text: string) => likeness(gas, { ...other, settlement: undefined, text });
    expect(isProposed('REGISTERED', at('В подъезде Ленина, 14 сильно пахнет газом'))).toBe(true);
    expect(isProposed('REGISTERED', at('Пахнет газом в подъезде, Дзержинского, 22'))).toBe(false);
    expect(isProposed('REGISTERED', at('Пахнет газом в подъезде'))).toBe(false);
    const sameTown = { ...gas, settlement: 'aldan' };
    expect(isProposed('REGISTERED', likeness(sameTown, { ...other, text: 'Пахнет газом в подъезде, Быкова, 2' }))).toBe(
      false,
    );
  });

  it('proposes what is considered under the same post, and not what waits there beside it', () => {
    const reply = { ...message, settlement: undefined, post: 'p', text: 'Контейнеры не вывозят' };
    const there = { ...other, settlement: undefined, topics: [], post: 'p' };
    expect(isProposed('REGISTERED', likeness(reply, there))).toBe(true);
    expect(isJoinable(reply, there)).toBe(true);
    expect(isJoinable(reply, { ...there, state: 'RECEIVED' })).toBe(false);
    expect(isJoinable(reply, { ...there, state: 'RECEIVED', post: 'q' })).toBe(true);
  });

  it('puts what is considered before what waits itself', () => {
    const found = ['RECEIVED', 'REGISTERED', 'RECEIVED', 'TAKEN_UP'].map((state, at) => ({ row: { state, at } }));
    expect(casesFirst(found).map(({ row }) => row.at)).toEqual([1, 3, 0, 2]);
  });

  it('offers neither the message itself nor one that will have no answer', () => {
    expect(isJoinable(message, other)).toBe(true);
    expect(isJoinable(message, { ...other, id: 'm' })).toBe(false);
    for (const state of ['SPAM', 'WITHDRAWN', 'DUPLICATE'])
      expect(isJoinable(message, { ...other, state })).toBe(false);
  });
});
