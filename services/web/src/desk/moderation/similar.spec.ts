import { describe, expect, it } from '@jest/globals';
import {
  bestFirst,
  isJoinable,
  isProposed,
  likeness,
  similarityQuery,
  type Candidate,
  type Moderated,
} from './similar.js';

const message: Moderated = {
  id: 'm',
  receivedAt: '2026-11-27T00:41:00Z',
  settlement: 'aldan',
  topic: 'musor',
  text: 'Вторую неделю не вывозят контейнеры во дворе Быкова',
  post: undefined,
};
const other: Candidate = {
  id: 'o',
  state: 'REGISTERED',
  receivedAt: '2026-11-25T00:40:00Z',
  settlement: 'aldan',
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
      place: true,
      street: false,
      topic: true,
      words: true,
      days: 2,
      post: false,
      matter: false,
      same: false,
      share: 0.5,
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

  it('takes few words for the same matter under the same post, and for nothing elsewhere', () => {
    const reply = {
      ...message,
      settlement: undefined,
      topic: undefined,
      post: 'p',
      text: 'Опять сидим без воды, Ленина 27',
    };
    const there = { ...other, settlement: undefined, topics: [], post: 'p', text: 'Почему отключили горячую воду?' };
    expect(isProposed('TAKEN_UP', likeness(reply, there))).toBe(true);
    expect(isProposed('TAKEN_UP', likeness(reply, { ...there, post: 'q' }))).toBe(false);
    expect(isProposed('TAKEN_UP', likeness({ ...reply, text: 'Собаки во дворе' }, there))).toBe(false);
    expect(isProposed('TAKEN_UP', likeness({ ...reply, text: 'Поддерживаю' }, there))).toBe(false);
    expect(isProposed('TAKEN_UP', likeness(reply, { ...there, text: 'Нет воды, Быкова, 3' }))).toBe(false);
  });

  it('proposes what says the same, under any post, unless it names another place', () => {
    const text = 'Интернет в Хатыстыре пропадает каждый вечер';
    const here = { ...message, settlement: undefined, topic: undefined, text };
    const said = { ...other, settlement: undefined, topics: [], text: 'Каждый вечер пропадает интернет в Хатыстыре!' };
    expect(isProposed('TAKEN_UP', likeness(here, said))).toBe(true);
    const ofPlaces = likeness({ ...here, settlement: 'aldan' }, { ...said, settlement: 'tommot' });
    expect(isProposed('TAKEN_UP', ofPlaces)).toBe(false);
    const agreed = { text: 'Поддерживаю' };
    expect(isProposed('TAKEN_UP', likeness({ ...here, ...agreed }, { ...said, ...agreed }))).toBe(false);
  });

  it('proposes what was answered on the same day alone: later it has come back', () => {
    expect(isProposed('ANSWERED', likeness(message, other))).toBe(false);
    expect(isProposed('ANSWERED', likeness(message, { ...other, receivedAt: message.receivedAt }))).toBe(true);
  });

  it('puts first what is proposed, the closest of it, and last what still waits itself', () => {
    const like = likeness(message, { ...other, text: 'Другое', settlement: undefined, topics: [] });
    const close = { ...like, post: true, matter: true, share: 0.4 };
    const found = [
      { row: { state: 'RECEIVED', at: 0 }, like: close },
      { row: { state: 'REGISTERED', at: 1 }, like },
      { row: { state: 'REGISTERED', at: 2 }, like: { ...close, share: 0.3 } },
      { row: { state: 'TAKEN_UP', at: 3 }, like: close },
      { row: { state: 'TAKEN_UP', at: 4 }, like: { ...like, same: true, share: 1 } },
    ];
    expect(bestFirst(found).map(({ row }) => row.at)).toEqual([3, 2, 4, 1, 0]);
  });

  it('offers neither the message itself nor one that will have no answer', () => {
    expect(isJoinable(message, other)).toBe(true);
    expect(isJoinable(message, { ...other, id: 'm' })).toBe(false);
    for (const state of ['SPAM', 'WITHDRAWN', 'DUPLICATE'])
      expect(isJoinable(message, { ...other, state })).toBe(false);
  });
});
