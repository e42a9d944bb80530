import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Lexicon } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import { asksForPerson, asksForPersonalNumber } from './personal-query.js';

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await russianLexicon();
});

describe('the words of a search', () => {
  it.each([
    '8 924 111 22 33',
    'яма -89241112233',
    '"98 05" 123456',
    '1234*',
    '924 яма 11122',
    'ivanova12@mail.ru',
    'слепцова',
    'мария петровна',
    'Петров И. И.',
    'ул. Лесная, д. 7, кв. 12',
    '-контракт 89148870273',
    'контракт -8914887*',
    '8914887*',
    '89-14-88*',
    '"8914 887"',
    '8 9I4 88О',
    'билибина',
    'протодьяконов',
    'протодьяконова',
    'слепцов',
    'слепц*',
    'яма -билибина',
    '"ставит билибин"',
    'cktgwjdf',
    'тема:дороги 8914887',
    'дом 13 по улице Октябрьская',
    'яма или слепцова',
    'слeпцoва',
    'мapия яма',
    '(мария|яма) дорога',
    '8914|887',
  ])('ask for a person: %s', (words) => expect(asksForPerson(words, lexicon)).toBe(true));

  it.each([
    'яма на дороге',
    'кирова освещение',
    'школа 26',
    'снег 24.11.2026',
    'ремонт 2025 2026',
    'АЛД-М-2026-12345',
    '7K3Q4-12M45',
    'новой площадки нет',
    'служба 112',
    'комаров и волков',
    'улица лесная дороги',
    'яма | (снег или лёд) дорога',
  ])('ask for none: %s', (words) => expect(asksForPerson(words, lexicon)).toBe(false));

  it('ask for a number, where names and addresses are searched every day', () => {
    expect(asksForPersonalNumber('8 924 111 22 33', lexicon)).toBe(true);
    expect(asksForPersonalNumber('ivanova12@mail.ru', lexicon)).toBe(true);
    expect(asksForPersonalNumber('-контракт 8914887*', lexicon)).toBe(true);
    expect(asksForPersonalNumber('8914887*', lexicon)).toBe(true);
    expect(asksForPersonalNumber('-контракт 891*', lexicon)).toBe(true);
    expect(asksForPersonalNumber('"контракт" 8-9*', lexicon)).toBe(true);
    expect(asksForPersonalNumber('аварийн*', lexicon)).toBe(false);
    expect(asksForPersonalNumber('слепцова мария, ул. Лесная, д. 7', lexicon)).toBe(false);
    expect(asksForPersonalNumber('АЛД-М-2026-12345', lexicon)).toBe(false);
  });
});
