import { beforeAll, describe, expect, it } from '@jest/globals';
import { russianLexicon } from '../morphology.js';
import type { Lexicon } from './found.js';
import { compileManyExpressions } from './many-expressions.fixture.js';
import { ORDINARY } from './ordinary.fixture.js';
import { maskPersonalData, personalPlaces } from './personal-data.js';
import { CARRIERS, planted } from './planted.fixture.js';

const SEED = 20_261_128;
const PLANTED = 500;
const MAX_SHARE = 0.02;

let lexicon: Lexicon;
beforeAll(async () => {
  compileManyExpressions();
  lexicon = await russianLexicon();
});

const mask = (text: string) => maskPersonalData(text, lexicon);
const found = (text: string) =>
  personalPlaces(text, lexicon).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('masked texts', () => {
  it('hold nothing of 500 planted phones, e-mails, numbers, addresses and names, and all words around them', () => {
    const left = planted(PLANTED, SEED).flatMap(({ kind, text, secrets }, at) => {
      const carrier = CARRIERS[at % CARRIERS.length]!;
      const masked = mask(carrier(text));
      const leaked = secrets.some((secret) => masked.includes(secret));
      const [before = '', after = ''] = carrier('|').split('|');
      return leaked || !masked.startsWith(before) || !masked.endsWith(after) ? [{ kind, text, masked }] : [];
    });
    expect(left).toEqual([]);
  });

  it('keep at least 98 % of the words of texts without personal data', () => {
    const words = ORDINARY.join(' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const masked = ORDINARY.flatMap(found);
    const lost = masked.reduce((sum, [, run]) => sum + (run!.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
    expect({ masked, share: lost / words }).toEqual({ masked: expect.anything(), share: expect.any(Number) });
    expect(lost / words).toBeLessThanOrEqual(MAX_SHARE);
  });

  it.each([
    ['Звоните: 8 9О5 12З-45-67 вечером.', 'PHONE', '8 9О5 12З-45-67'],
    ['Пишите на ivanova12 собака mail точка ru.', 'EMAIL', 'ivanova12 собака mail точка ru'],
    ['карта 2 2 0 2 2 0 0 0 1 1 1 1 2 2 2 2 моя', 'DOCUMENT', '2 2 0 2 2 0 0 0 1 1 1 1 2 2 2 2'],
    ['обращалась слепцова марья петровна из второго подъезда', 'NAME', 'слепцова марья петровна'],
    ['Это видела Пeтрoва из дома рядом.', 'NAME', 'Пeтрoва'],
    ['Живём: Ленина 15, кв. 3, третий год.', 'ADDRESS', 'Ленина 15, кв. 3'],
    ['Передайте Шевченко, что вода есть.', 'NAME', 'Шевченко'],
    ['Каток у дома 13 по улице Октябрьская. Мне 78 лет.', 'ADDRESS', 'дома 13 по улице Октябрьская'],
    ['Снесли знак, дома 7 по улице Быкова, двор.', 'ADDRESS', 'дома 7 по улице Быкова'],
    ['Нет тепла: Зинштейна, 4.', 'ADDRESS', 'Зинштейна, 4'],
    ['Дом 14, второй подъезд', 'ADDRESS', 'Дом 14'],
    ['по контракту никто не отвечает, звоните 89142260318', 'PHONE', '89142260318'],
    ['перевод на карта 2202 2061 4418 9035 рублей', 'DOCUMENT', '2202 2061 4418 9035'],
    ['Жалоба на Билибина: ставит машину на тротуар.', 'NAME', 'Билибина'],
    ['Я с Димой хожу в школу, там темно.', 'NAME', 'Димой'],
    ['У нас живёт мой дед Мичил, ему трудно.', 'NAME', 'Мичил'],
    ['Расписку дал Б. Охлопков и уехал.', 'NAME', 'Б. Охлопков'],
    ['с уважением степанова м н', 'NAME', 'степанова м н'],
    ['Ждём у калитки, Калинина сорок один, собака привязана.', 'ADDRESS', 'Калинина сорок один'],
    ['Снегоход 14 АХ 2281 угнали ночью.', 'DOCUMENT', '14 АХ 2281'],
    ['Справка МСЭ 2021 № 1180427 у меня есть.', 'DOCUMENT', '2021 № 1180427'],
    ['Звоните: 8 (९१४) 400-11-41.', 'PHONE', '8 (९१४) 400-11-41'],
    ['Пишите: lena dot k at mail dot ru, спасибо.', 'EMAIL', 'lena dot k at mail dot ru'],
  ])('finds it: %s', (text, kind, excerpt) => expect(found(text)).toEqual([[kind, excerpt]]));

  it.each([
    'На Билибина яма, по Быкова не горят фонари, угол Тарабукина без светофора.',
    'На проспекте Максима Горького и улице Протодьяконова нет света.',
    'На улице Ленина темно, а в Алдане 15 фонарей.',
    'На улице нет света 3 дня, снег не убирали 2 недели.',
    'Яма у школы имени Гагарина и на площади Кирова.',
    'По контракту 0116300000126000012 выделили 1 200 000 000 рублей.',
    'Ответ № АЛД-М-2026-17 от 24.11.2026, срок с 01.12.2026 по 05.12.2026, приём 9:00-18:00.',
    'Единая Россия, Новая Земля, Газпром и Водоканал.',
    'Закон 59-ФЗ, статья 12, часть 1, 2010-2020 годы.',
    'По улице Северной колонка № 3 без ручки, детская площадка у школы № 18.',
    'Кадастровый номер 14:02:100123:45, прошлый ответ О-2026-77, ГОСТ 50597-2017.',
    'Аллея Славы, на реке Лене, дед Мороз, заявка 4471 от 12 ноября, счётчик № 30118842.',
    'уровень воды, основная дорога, новой школы, верной дорогой, надежда умирает',
  ])('finds none: %s', (text) => expect(found(text)).toEqual([]));

  it('is any text, however odd', () => {
    for (const text of [
      '',
      '\ud800',
      '8'.repeat(5_000),
      'а'.repeat(5_000),
      'А. '.repeat(2_000),
      '1 '.repeat(3_000),
      '@'.repeat(3_000),
    ])
      expect(typeof mask(text)).toBe('string');
  });
});
