import { expect, it } from '@jest/globals';
import type { PublicDistrict, PublishedReview } from '@otklik/contracts/generated/graphql';
import { gzipSync } from 'node:zlib';
import { renderDocument } from './document.js';
import { reviewPage, reviewSentence, reviewsPage } from './reviews-pages.js';
import { speechOf } from './words/index.js';

const MAX_BYTES = 15_000;

const district = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  population: 1,
  phones: [],
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  settlements: [],
  topics: [],
} as unknown as PublicDistrict;
const lines = Array.from({ length: 40 }, (_, at) => ({
  code: `${at}`,
  title: `Место ${at}`,
  of: null,
  now: at,
  was: at + 1,
}));
const review: Omit<PublishedReview, 'csv' | 'odt' | 'docx' | '__typename'> = {
  period: '2026-Q3',
  edition: 2,
  title: 'Обзор обращений граждан, Алданский район, III квартал 2026 года',
  releasedOn: '2026-10-14',
  before: '2025-Q3',
  appeals: 212,
  questions: 230,
  answered: 200,
  inTime: 195,
  late: 5,
  text: ['Пишут о <b>дорогах</b>.', 'Сроки соблюдены.'],
  tables: ['VOLUME', 'SECTIONS', 'CHANNELS', 'RESULTS', 'PLACES'].map((code) => ({ code, title: code, lines })),
};
const speech = speechOf('ru');
const appearance = { theme: 'auto', size: '1', spacing: 'normal', language: 'ru' } as const;
const htmlOf = (page: Parameters<typeof renderDocument>[1]) => renderDocument({ appearance, district }, page).html;

it('is a page without a script, of at most 15 kB on the wire, whatever the text holds', () => {
  const html = htmlOf(reviewPage({ district, speech, review }));
  expect(html).not.toMatch(/<script|<b>дорогах/u);
  expect(gzipSync(html).byteLength).toBeLessThan(MAX_BYTES);
  expect(html).toContain('Поправка, редакция 2.');
  expect(html).toContain('<th scope="col">III квартал 2026</th><th scope="col">III квартал 2025</th>');
  for (const file of ['odt', 'docx', 'csv']) expect(html).toContain(`/aldan/reviews/2026-Q3.${file}`);
});

it('is in the list of all with its figures, and the list says so where there is none', () => {
  expect(htmlOf(reviewsPage({ district, speech, reviews: [review] }))).toContain('Обращений: 212, ответов в срок 97 %');
  expect(htmlOf(reviewsPage({ district, speech, reviews: [] }))).toContain('Обзоров ещё нет');
});

it('tells no share of a few, and not all where one was late', () => {
  expect(reviewSentence({ appeals: 9, inTime: 9, late: 0 }, speech)).toBe('Обращений: 9');
  expect(reviewSentence({ appeals: 300, inTime: 299, late: 1 }, speech)).toBe('Обращений: 300, ответов в срок 99 %');
});
