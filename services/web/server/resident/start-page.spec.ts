import { describe, expect, it } from '@jest/globals';
import type {
  KnownIssue,
  PublicDistrict,
  PublishedAnswer,
  PublishedReviewSummary,
} from '@otklik/contracts/generated/graphql';
import { gzipSync } from 'node:zlib';
import { renderDocument } from './document.js';
import { shareOf, startPage, type StartPage } from './start-page.js';
import { languages, speechOf } from './words/index.js';

const MAX_BYTES = 15_000;

const district = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  address: '678900, г. Алдан, ул. Октябрьская, 1',
  hours: 'вторник',
  phones: [{ name: 'Приёмная', phone: '8 (41145) 0-00-01' }],
  email: 'priem@aldan.example',
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  settlements: [],
  topics: [],
} as unknown as PublicDistrict;
const answer = (at: number): PublishedAnswer => ({
  id: `00000000-0000-4000-8000-00000000000${at}`,
  title: `Мусор во дворе ${at}`,
  matter: 'Вторую неделю не вывозят мусор.',
  text: 'Контейнеры вывезены. '.repeat(20),
  topic: 'Вывоз мусора',
  topicCode: 'waste',
  settlement: 'Алдан',
  settlementCode: 'aldan',
  month: '2026-11',
  result: 'MEASURES_TAKEN',
  helped: 18,
  notHelped: 3,
  photos: [],
});
const issue: KnownIssue = {
  id: '1',
  title: 'Нет горячей воды',
  text: 'Авария на теплотрассе, работает бригада.',
  textSah: null,
  topics: [],
  settlements: [],
  since: '2026-11-24T00:00:00.000Z',
  changedAt: '2026-11-24T04:40:00.000Z',
  until: '2026-11-24T13:00:00.000Z',
} as unknown as KnownIssue;
const review = {
  period: '2026-Q3',
  title: 'Обзор за III квартал',
  appeals: 212,
  inTime: 97,
  late: 3,
} as PublishedReviewSummary;
const sameDay = {
  from: '2026-10-25',
  to: '2026-11-23',
  answered: 100,
  sameDay: 71,
  months: [
    { month: '2026-09', answered: 10, sameDay: 10 },
    { month: '2026-10', answered: 50, sameDay: 33 },
  ],
};
const found = { total: 214, helped: 57, notHelped: 4, answers: [1, 2, 3, 4].map(answer), topics: [], settlements: [] };
const whole = { district, issues: [issue], found, sameDay, review };
const htmlOf = (page: Omit<StartPage, 'speech'>, language: (typeof languages)[number] = 'ru') =>
  renderDocument(
    { appearance: { theme: 'auto', size: '1', spacing: 'normal', language }, district },
    startPage({ ...page, speech: speechOf(language) }),
  ).html;

describe('the page with which a district begins', () => {
  it.each(languages)('has no script, and at most 15 kB on the wire, in %s', (language) => {
    const html = htmlOf(whole, language);
    expect(html).not.toContain('<script');
    expect(gzipSync(html).byteLength).toBeLessThan(MAX_BYTES);
  });

  it('says what is known, how to write, what was answered, and how the share is counted', () => {
    const html = htmlOf(whole);
    for (const shown of [
      'Нет горячей воды',
      'href="/aldan/write"',
      'href="tel:+74114500001"',
      'mailto:priem@aldan.example',
      'role="search" action="/aldan/answers"',
      'День в день: 71 %',
      'За 30 дней, с 25 октября по 23 ноября, дано ответов: 100, из них в тот же день, когда написали: 71. Опубликованы не все',
      'Сегодняшний день ещё не кончился',
      'href="/aldan/answers/00000000-0000-4000-8000-000000000001"',
      'Все опубликованные ответы: 214',
      'href="/aldan/reviews/2026-Q3"',
    ])
      expect(html).toContain(shown);
    // The newest three; the months below the least count have no share.
    expect(html).not.toContain('Мусор во дворе 4');
    expect(html).toContain('<td>50</td><td>66 %</td>');
    expect(html).toContain('<td>10</td><td>–</td>');
  });

  it('is there without what cannot be found out', () => {
    const html = htmlOf({ district, issues: [], found: undefined, sameDay: undefined, review: undefined });
    expect(html).toContain('Сейчас мы не знаем об отключениях');
    for (const absent of ['День в день', 'Последние ответы', 'Обзор обращений']) expect(html).not.toContain(absent);
  });
});

it('shows no share of fewer than twenty answers, and rounds it down', () => {
  expect(shareOf({ answered: 19, sameDay: 19 })).toBeUndefined();
  expect(shareOf({ answered: 20, sameDay: 20 })).toBe(100);
  expect(shareOf({ answered: 300, sameDay: 299 })).toBe(99);
});
