import { describe, expect, it } from '@jest/globals';
import type { KnownIssue, PublicDistrict, PublishedAnswer } from '@otklik/contracts/generated/graphql';
import { gzipSync } from 'node:zlib';
import { renderDocument } from './document.js';
import { publishedAnswerPage } from './public-answers-pages.js';
import { issuesOf, subjectOf, subjectPage, subjectsPage } from './subject-pages.js';
import { speechOf } from './words/index.js';

const MAX_BYTES = 15_000;
const district = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  address: 'г. Алдан',
  hours: 'вторник',
  phones: [],
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  settlements: [{ code: 'tommot', name: 'Томмот', nameSah: 'Томмот к.' }],
  topics: [{ code: 'waste', name: 'Вывоз мусора', nameSah: null }],
} as unknown as PublicDistrict;
const answer = (at: number): PublishedAnswer => ({
  id: `00000000-0000-4000-8000-0000000000${String(at).padStart(2, '0')}`,
  title: `Мусор ${at}`,
  matter: 'Не вывозят мусор.',
  text: 'Контейнеры вывезены. '.repeat(20),
  topic: 'Вывоз мусора',
  topicCode: 'waste',
  settlement: 'Томмот',
  settlementCode: 'tommot',
  month: '2026-11',
  result: 'MEASURES_TAKEN',
  helped: 18,
  notHelped: 3,
  photos: [],
});
const issue = (title: string, topics: readonly string[], settlements: readonly string[]): KnownIssue =>
  ({
    id: title,
    title,
    text: 'Работает бригада.',
    textSah: null,
    topics,
    settlements,
    since: '2026-11-24T00:00:00.000Z',
    changedAt: '2026-11-24T00:00:00.000Z',
    until: '2026-11-24T13:00:00.000Z',
  }) as unknown as KnownIssue;
const found = {
  total: 45,
  helped: 57,
  notHelped: 4,
  answers: Array.from({ length: 20 }, (_, at) => answer(at)),
  topics: [{ code: 'old', name: 'Прежняя тема', count: 2 }],
  settlements: [{ code: 'tommot', name: 'Томмот', count: 9 }],
};
const speech = speechOf('ru');
const htmlOf = (page: Parameters<typeof renderDocument>[1]) =>
  renderDocument({ appearance: { theme: 'auto', size: '1', spacing: 'normal', language: 'ru' }, district }, page).html;

describe('the list of', () => {
  const counts = Array.from({ length: 60 }, (_, at) => ({ code: `t${at}`, name: `Тема ${at}`, count: at }));
  const all = { ...found, topics: counts, settlements: counts };

  it.each([
    ['topics', 'Ответы по темам', 'Ответы по местам'],
    ['places', 'Ответы по местам', 'Ответы по темам'],
  ] as const)('%s says how many answers are published of each, at most 15 kB without a script', (of, title, other) => {
    const html = htmlOf(subjectsPage({ district, speech, of, found: all }));
    expect(html).not.toContain('<script');
    expect(gzipSync(html).byteLength).toBeLessThan(MAX_BYTES);
    for (const shown of [`<h1>${title}</h1>`, other, 'Опубликовано ответов: 45.']) expect(html).toContain(shown);
    const rows = [...html.matchAll(new RegExp(`href="/aldan/answers/${of}/(t\\d+)">Тема \\d+</a> (\\d+)`, 'gu'))];
    expect(rows.slice(0, 2).map(([, code, count]) => [code, count])).toEqual([
      ['t59', '59'],
      ['t58', '58'],
    ]);
    expect(rows).toHaveLength(60);
  });

  it('a district without published answers says so', () => {
    const nothing = { ...found, total: 0, topics: [], settlements: [] };
    expect(htmlOf(subjectsPage({ district, speech, of: 'topics', found: nothing }))).toContain(
      'Опубликованных ответов пока нет.',
    );
  });
});

describe('the page of a topic', () => {
  const subject = { of: 'topics', code: 'waste', name: 'Вывоз мусора' } as const;
  const page = { district, speech, subject, found, issues: [issue('Вывоз задержан', ['waste'], [])], skip: 20 };
  const html = htmlOf(subjectPage(page));

  it('has its answers, their settlements, its own feed and what is known of it, at most 15 kB without a script', () => {
    for (const shown of [
      '<h1>Вывоз мусора</h1>',
      'Вывоз задержан',
      'Ответов: 45',
      'Помогло: 57, не помогло: 4',
      'href="/aldan/answers/00000000-0000-4000-8000-000000000019"',
      'href="/aldan/answers/topics/waste?skip=40"',
      'href="/aldan/answers/topics/waste.atom"',
      '<a href="/aldan/answers/places/tommot">Томмот</a> 9',
    ])
      expect(html).toContain(shown);
    expect(html).not.toContain('<script');
    expect(gzipSync(html).byteLength).toBeLessThan(MAX_BYTES);
  });

  it('is there for a topic of the district, and for a former one that has answers', () => {
    const of = (code: string) => subjectOf(district, { of: 'topics', code }, found, speech)?.name;
    expect([of('waste'), of('old'), of('none')]).toEqual(['Вывоз мусора', 'Прежняя тема', undefined]);
    const place = { of: 'places', code: 'tommot' } as const;
    expect(subjectOf(district, place, found, speechOf('sah'))?.name).toBe('Томмот к.');
  });
});

it('what is known of other topics and settlements is not shown', () => {
  const all = [
    issue('всем', [], []),
    issue('мусор', ['waste'], []),
    issue('дороги', ['roads'], []),
    issue('мусор в Томмоте', ['waste'], ['tommot']),
    issue('мусор в Алдане', ['waste'], ['aldan']),
  ];
  const shown = (topic: string, settlement: string) => issuesOf(all, { topic, settlement }).map(({ title }) => title);
  expect(shown('', '')).toHaveLength(5);
  expect(shown('waste', '')).toEqual(['всем', 'мусор', 'мусор в Томмоте', 'мусор в Алдане']);
  expect(shown('', 'tommot')).toEqual(['всем', 'мусор', 'дороги', 'мусор в Томмоте']);
  expect(shown('waste', 'tommot')).toEqual(['всем', 'мусор', 'мусор в Томмоте']);
});

it('an answer leads to its topic and its settlement, and says what is known of them', () => {
  const html = htmlOf(
    publishedAnswerPage({ district, speech, answer: answer(1), issues: [issue('Задержка', [], [])] }),
  );
  expect(html).toContain('<a href="/aldan/answers/topics/waste">Вывоз мусора</a>');
  expect(html).toContain('<a href="/aldan/answers/places/tommot">Томмот</a>');
  expect(html).toContain('Задержка');
  expect(html).toContain('Помогло: 18, не помогло: 3');
  expect(html).toContain('action="/aldan/answers/00000000-0000-4000-8000-000000000001/helped"');
});
