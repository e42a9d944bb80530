import { describe, expect, it } from '@jest/globals';
import type { KnownIssue, PublicDistrict } from '@otklik/contracts/generated/graphql';
import { gzipSync } from 'node:zlib';
import { districtMapPage, type DistrictMapPage } from './district-map-page.js';
import { renderDocument } from './document.js';
import { languages, speechOf } from './words/index.js';

const MAX_BYTES = 15_000;
const at = (code: string, name: string, latitude?: number, longitude?: number) => ({
  code,
  name,
  nameSah: code === 'tommot' ? 'Томмот к.' : null,
  point: latitude === undefined ? null : { latitude, longitude },
});
const district = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  address: 'г. Алдан',
  hours: 'вторник',
  phones: [],
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  topics: [],
  settlements: [
    at('aldan', 'г. Алдан', 58.6, 125.39),
    at('tommot', 'г. Томмот', 58.96, 126.29),
    at('khatystyr', 'с. Хатыстыр (Хатыстыыр)', 58.9, 127.1),
    at('chagda', 'с. Чагда', 58.75, 130.62),
    at('kutana', 'с. Кутана'),
  ],
} as unknown as PublicDistrict;
const issue = (id: string, settlements: readonly string[]): KnownIssue =>
  ({
    id,
    title: `Знаем ${id}`,
    text: 'Работает бригада.',
    textSah: null,
    topics: [],
    settlements,
    since: '2026-11-24T00:00:00.000Z',
    changedAt: '2026-11-24T00:00:00.000Z',
    until: '2026-11-24T13:00:00.000Z',
  }) as unknown as KnownIssue;
const found = {
  total: 20,
  helped: 0,
  notHelped: 0,
  answers: [],
  topics: [],
  settlements: [
    { code: 'aldan', name: 'г. Алдан', count: 12 },
    { code: 'kutana', name: 'с. Кутана', count: 3 },
    { code: 'former', name: 'Прежний', count: 2 },
  ],
};
const whole = { district, found, issues: [issue('one', ['tommot', 'aldan'])], at: [], script: undefined };
const htmlOf = (more: Partial<DistrictMapPage> = {}, language: (typeof languages)[number] = 'ru') =>
  renderDocument(
    { appearance: { theme: 'auto', size: '1', spacing: 'normal', language }, district },
    districtMapPage({ ...whole, ...more, speech: speechOf(language) }),
  );
const linkTo = (code: string) => `href="/aldan/answers/places/${code}"`;

describe('the map of a district for all to read', () => {
  it.each(languages)('is drawn without a script, in at most 15 kB, in %s', (language) => {
    const { html, policy } = htmlOf({}, language);
    expect(html).toContain('<svg class="plan wide"');
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/ style="/);
    expect(policy).not.toContain("style-src 'self'");
    expect(gzipSync(html).byteLength).toBeLessThan(MAX_BYTES);
  });

  it('has each number on the plan and in the list, a link to the page of its settlement', () => {
    const { html } = htmlOf();
    const [drawn, list] = [
      html.slice(html.indexOf('<svg'), html.lastIndexOf('</svg>')),
      html.slice(html.indexOf('<ul class="index"')),
    ];
    expect(drawn).toContain(`<a ${linkTo('aldan')}><title>г. Алдан. Ответов: 12, знаем сейчас: 1</title>`);
    expect(drawn).toContain('>12</text>');
    expect(drawn).toContain(`<a ${linkTo('tommot')}><title>г. Томмот. Ответов: 0, знаем сейчас: 1</title>`);
    for (const [code, words] of [
      ['aldan', 'Ответов: 12 · Знаем сейчас: 1'],
      ['tommot', 'Знаем сейчас: 1'],
      ['kutana', 'Ответов: 3'],
      ['former', 'Ответов: 2'],
    ] as const) {
      expect(list).toContain(linkTo(code));
      expect(list).toContain(`<span>${words}</span>`);
    }
    // What has neither is drawn and named, without a number.
    expect(drawn).not.toContain(linkTo('chagda'));
    expect(drawn).toContain('>с. Чагда</text>');
    expect(list).toContain(linkTo('chagda'));
    expect(list).toContain('Ответов без места: 3');
  });

  it('counts at each settlement what is known of the whole district, as its page shows it', () => {
    const { html } = htmlOf({ issues: [issue('one', ['tommot']), issue('all', [])] });
    expect(html).toContain('<title>г. Томмот. Ответов: 0, знаем сейчас: 2</title>');
    expect(html).toContain('<title>с. Чагда. Ответов: 0, знаем сейчас: 1</title>');
    expect(html).toContain('По всему району: 1');
  });

  it('lists what one number of the vector map joins, what is known of two settlements once', () => {
    const { html } = htmlOf({ at: ['aldan', 'tommot'], script: '/desk/assets/map.js' });
    expect(html).toContain('Ответов: 12, знаем сейчас: 1.');
    expect(html).not.toContain(linkTo('kutana'));
    expect(html).not.toContain('<svg class="plan');
    expect(html).not.toContain('<script');
  });

  it('loads a script where the district has a file, and may load the style of its library', () => {
    const { html, policy } = htmlOf({ script: '/desk/assets/map.js' });
    expect(html).toContain('<script type="module" src="/desk/assets/map.js">');
    expect(html).toMatch(/<button id="map-show" [^>]*hidden/);
    expect(policy).toContain("style-src 'self' 'sha256-");
    expect(gzipSync(html).byteLength).toBeLessThan(MAX_BYTES);
  });

  it('is a list where no settlement has a point', () => {
    const settlements = district.settlements.map((one) => ({ ...one, point: null }));
    const { html } = htmlOf({ district: { ...district, settlements }, script: '/desk/assets/map.js' });
    expect(html).not.toContain('<svg class="plan');
    expect(html).toContain(linkTo('aldan'));
  });
});
