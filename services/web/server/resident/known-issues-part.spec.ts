import { describe, expect, it } from '@jest/globals';
import type { KnownIssue, PublicDistrict } from '@otklik/contracts/generated/graphql';
import { gzipSync } from 'node:zlib';
import { renderDocument } from './document.js';
import { emptyForm } from './form-values.js';
import { speechOf } from './words/index.js';
import { writePage } from './write-page.js';

const district: PublicDistrict = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  population: 1,
  address: 'г. Алдан, ул. Октябрьская, 1',
  hours: 'вторник',
  phones: [{ name: 'Приёмная', phone: '8 (41145) 0-00-01' }],
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  settlements: [{ code: 'ALDAN', name: 'Алдан', nameSah: 'Алдан куорат' }],
  topics: [{ code: 'HEATING', name: 'Отопление', nameSah: null, questions: [] }],
  consent: { version: '2026-01-01', text: 'Согласие' },
} as unknown as PublicDistrict;

const issue: KnownIssue = {
  id: '00000000-0000-4000-8000-000000000001',
  title: 'Нет горячей воды <b>',
  text: 'Авария на теплотрассе. Воду дадут до 22:00.',
  textSah: 'Сылаас уу суох.',
  topics: ['HEATING'],
  settlements: ['ALDAN'],
  since: '2026-11-27T04:00:00.000Z',
  changedAt: '2026-11-27T04:40:00.000Z',
  until: '2026-11-27T13:00:00.000Z',
};

function pageWith(issues: readonly KnownIssue[], language: 'ru' | 'sah' = 'ru'): string {
  const speech = speechOf(language);
  const page = writePage({ district, speech, draftKey: 'k', values: emptyForm, errors: [], issues });
  return renderDocument({ appearance: { theme: 'auto', size: '1', spacing: 'normal', language }, district }, page).html;
}

describe('what the administration knows of', () => {
  it('stands before the form with its topic, its place and its times, and can be written of all the same', () => {
    const html = pageWith([issue]);
    expect(html).toContain('Нет горячей воды &lt;b&gt;');
    expect(html).toContain('Отопление · Алдан');
    expect(html).toMatch(/Обновлено 27 ноября.* 13:40\. Показываем до 27 ноября.* 22:00/);
    expect(html.indexOf('Авария на теплотрассе')).toBeLessThan(html.indexOf('id="text"'));
    expect(html).toContain('Если у вас другое или хуже, напишите');
  });

  it('is said in Sakha where it was written so, and of the whole district where no place is named', () => {
    expect(pageWith([issue], 'sah')).toContain('Сылаас уу суох.');
    expect(pageWith([{ ...issue, settlements: [] }])).toContain('Отопление · Весь район');
  });

  it('leaves the form as it is where nothing is known', () => {
    expect(pageWith([])).not.toContain('Мы знаем');
  });

  it('keeps the page small, however much is known', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ ...issue, id: String(at), text: issue.text.repeat(10) }));
    const html = pageWith(many);
    expect(html.match(/<details/gu)).toHaveLength(1);
    expect(gzipSync(html).byteLength).toBeLessThan(15_000);
  });
});
