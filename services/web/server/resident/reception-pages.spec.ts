import { describe, expect, it } from '@jest/globals';
import type { OwnReception, PublicDistrict, Reception } from '@otklik/contracts/generated/graphql';
import { gzipSync } from 'node:zlib';
import { renderDocument } from './document.js';
import { ownReceptionPage } from './own-reception-pages.js';
import { receptionPage, type BookingValues, type ReceptionPage } from './reception-pages.js';
import { languages, speechOf } from './words/index.js';

const MAX_BYTES = 15_000;
const district = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  address: 'г. Алдан',
  hours: 'вторник',
  phones: [{ name: 'Приёмная', phone: '8 (41145) 0-00-01' }],
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  topics: [],
  settlements: [],
  consent: { version: '2026-09-01', text: 'Согласие' },
} as unknown as PublicDistrict;

const reception = (hours: string, on: string, free: readonly boolean[], more: Partial<Reception> = {}): Reception => ({
  hours,
  official: `Принимает ${hours}`,
  post: 'заместитель главы',
  about: null,
  place: 'каб. 4',
  on,
  from: '14:00',
  to: '17:00',
  minutes: 20,
  video: false,
  queue: false,
  slots: free.map((one, at) => ({ begins: `14:${at}0`, free: one })),
  ...more,
});
const receptions = [
  reception('head', '2026-12-03', [false, false]),
  reception('deputy', '2026-12-01', [false, true, true], { video: true }),
  reception('deputy', '2026-12-08', [true]),
  reception('day', '2026-12-12', [], { queue: true, from: '12:00', to: '20:00', slots: [] }),
];
const empty: BookingValues = {
  hours: '',
  on: '',
  begins: '',
  way: '',
  name: '',
  phone: '',
  matter: '',
  consent: false,
};

function htmlOf(more: Partial<ReceptionPage> = {}, language: (typeof languages)[number] = 'ru'): string {
  const page = { district, receptions, values: empty, draftKey: 'k', errors: [], ...more };
  return render(receptionPage({ ...page, speech: speechOf(language) }), language);
}
const render = (page: ReturnType<typeof receptionPage>, language: (typeof languages)[number] = 'ru') =>
  renderDocument({ appearance: { theme: 'auto', size: '1', spacing: 'normal', language }, district }, page).html;

describe('the page on which a reception is booked', () => {
  it.each(languages)('has no script, and at most 15 kB on the wire, in %s', (language) => {
    const many = Array.from({ length: 30 }, (_, at) => reception(`h${at}`, '2026-12-01', Array(12).fill(true)));
    const html = htmlOf({ receptions: many }, language);
    expect(html).not.toContain('<script');
    expect(gzipSync(html).byteLength).toBeLessThan(MAX_BYTES);
  });

  it('begins with the nearest free time, and offers none that is taken', () => {
    const html = htmlOf();
    expect(html).toContain('name="hours" value="deputy"');
    expect(html).toContain('name="on" value="2026-12-01"');
    expect(html).toMatch(/value="14:00"[^>]*disabled|disabled[^>]*value="14:00"/);
    expect(html).toMatch(/checked=""[^>]*value="14:10"|value="14:10"[^>]*checked=""/);
    expect(html).toContain('href="/aldan/reception?to=deputy&amp;on=2026-12-08#time"');
    expect(html).toContain('свободного времени нет');
    expect(html).toContain('По видео');
  });

  it('says when one is received without booking', () => {
    expect(htmlOf()).toContain('суббота, 12 декабря, 12:00–20:00');
  });

  it('keeps what was typed, with each fault at its field', () => {
    const values = { ...empty, hours: 'deputy', on: '2026-12-08', name: 'Карпова <b>', matter: 'Уголь', phone: '8' };
    const html = htmlOf({ values, errors: [{ field: 'phone', message: 'Проверьте телефон.' }] });
    expect(html).toContain('value="Карпова &lt;b&gt;"');
    expect(html).toContain('name="on" value="2026-12-08"');
    expect(html).toContain('href="#phone"');
    expect(html).toContain('id="phone-e"');
  });

  it('offers the telephone where nothing can be booked', () => {
    const html = htmlOf({ receptions: [] });
    expect(html).toContain('href="tel:84114500001"');
    expect(html).not.toContain('<button class="button main"');
  });
});

describe("the page of one's own booking", () => {
  const own: OwnReception = {
    state: 'BOOKED',
    official: 'Громова',
    post: 'зам',
    place: 'каб. 4',
    on: '2026-12-01',
    begins: '14:20',
    way: 'VIDEO',
  };
  const page = (state: OwnReception['state']) =>
    render(ownReceptionPage({ district, speech: speechOf('ru'), own: { ...own, state }, code: 'ABCD1234EFGH5678' }));

  it('says when and where, and cancels while it is booked alone', () => {
    expect(page('BOOKED')).toContain('ABCD 1234 EFGH 5678');
    expect(page('BOOKED')).toContain('Отменить запись');
    expect(page('BOOKED')).toContain('вторник, 1 декабря, 14:20');
    for (const state of ['CAME', 'MISSED', 'CANCELLED', 'ENDED'] as const)
      expect(page(state)).not.toContain('Отменить запись');
  });
});
