import { describe, expect, it } from '@jest/globals';
import type { KnownIssue, PublicDistrict, PublishedAnswer } from '@otklik/contracts/generated/graphql';
import { gzipSync } from 'node:zlib';
import { beforeFragment, beforePage, type BeforePage } from './before-pages.js';
import { renderDocument } from './document.js';
import { nearIssues } from './near-issues.js';
import { speechOf } from './words/index.js';

const district = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  address: 'г. Алдан, ул. Октябрьская, 1',
  hours: 'вторник',
  phones: [{ name: 'Приёмная', phone: '8 (41145) 0-00-01' }],
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  settlements: [],
  topics: [],
} as unknown as PublicDistrict;
const issue: KnownIssue = {
  id: '00000000-0000-4000-8000-000000000001',
  title: 'Нет горячей воды <b>',
  text: 'Авария на теплотрассе. Воду дадут до 22:00.',
  textSah: null,
  topics: ['HEATING'],
  settlements: ['ALDAN'],
  since: '2026-11-27T04:00:00.000Z',
  changedAt: '2026-11-27T04:40:00.000Z',
  until: '2026-11-27T13:00:00.000Z',
};
const answer: PublishedAnswer = {
  id: '00000000-0000-4000-8000-000000000002',
  title: 'Холодно в квартире',
  matter: 'Холодно вторую неделю.',
  text: 'Стояк отрегулирован.',
  topic: 'Отопление',
  topicCode: 'HEATING',
  settlement: 'Алдан',
  settlementCode: 'ALDAN',
  month: '2026-11',
  result: 'MEASURES_TAKEN',
  helped: 0,
  notHelped: 0,
  photos: [],
};
const speech = speechOf('ru');
const text = '\nНет «воды» <script>\nвторой день';
const shown: BeforePage = {
  district,
  speech,
  found: { issues: [issue], answers: [answer] },
  mayJoin: true,
  fields: new Map(Object.entries({ key: 'k', text, seen: '', same: '', topic: 'HEATING', 'q.HEATING.1': 'да' })),
  files: ['00000000-0000-4000-8000-000000000003'],
  enoughKey: 'other',
};
const appearance = { theme: 'auto', size: '1', spacing: 'normal', language: 'ru' } as const;
const htmlOf = (more: Partial<BeforePage> = {}) =>
  renderDocument({ appearance, district }, beforePage({ ...shown, ...more })).html;

describe('before one sends', () => {
  it('what is near is shown with what was written, which goes on as it was, and none of it to the count of answers', () => {
    const html = htmlOf();
    expect(html).toContain('Нет «воды» &lt;script&gt;\nвторой день');
    for (const field of ['name="topic" value="HEATING"', 'name="q.HEATING.1" value="да"', 'name="key" value="k"'])
      expect(html).toContain(field);
    expect(html).toMatch(/name="stored" value="[^"]*0003"/);
    expect(html).toMatch(/<button[^>]*value="[^"]*0001"[^>]*name="same"/);
    const [counted] = /<form action="\/aldan\/enough" method="post">.*?<\/form>/su.exec(html)!;
    expect(counted).toContain('name="key" value="other"');
    expect(counted).not.toContain('воды');
    expect(html.match(/name="same"/gu)).toHaveLength(1);
    expect(gzipSync(html).byteLength).toBeLessThan(15_000);
  });

  it('an appeal under 59-FZ is joined to nothing, and gets an answer of its own', () => {
    expect(htmlOf({ mayJoin: false })).not.toContain('name="same"');
    expect(beforeFragment({ ...shown, mayJoin: false })).not.toContain('data-same');
  });

  it('nothing is shown while one writes where nothing is near', () => {
    expect(beforeFragment({ ...shown, found: { issues: [], answers: [] } })).toBe('');
    expect(beforeFragment(shown)).toContain('data-enough="00000000-0000-4000-8000-000000000002"');
  });

  it.each([
    ['of the chosen topic', { topic: 'HEATING' }, 1],
    ['of another topic', { topic: 'ROADS', text: issue.text }, 0],
    ['elsewhere', { settlement: 'TOMMOT', topic: 'HEATING' }, 0],
    ['by words', { text: 'Второй день нет горячей воды' }, 1],
    ['by words of another matter', { text: 'Спасибо за ремонт дороги у школы' }, 0],
    ['by one word alone', { text: 'Вода в колодце мутная' }, 0],
  ])('a known issue is near: %s', (_, written, count) => {
    expect(nearIssues([issue], { text: '', topic: '', settlement: '', ...written })).toHaveLength(count);
  });
});
