import { expect, it } from '@jest/globals';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import { renderToStaticMarkup } from 'react-dom/server';
import { sentPage } from './sent-page.js';
import { speechOf, type PageLanguage } from './words/index.js';

const district = { code: 'aldan', zone: 'Asia/Yakutsk' } as PublicDistrict;
/** The second of December in Yakutsk. */
const receivedAt = '2026-12-01T20:00:00.000Z';
const receipt = { number: 'N', code: 'C', receivedAt, isAppeal: false, isUrgent: false, digest: '' } as const;

const textOf = (answerBy: string | undefined, language: PageLanguage = 'ru'): string =>
  renderToStaticMarkup(
    sentPage({ district, speech: speechOf(language), receipt: { ...receipt, answerBy, registerBy: answerBy } }).content,
  ).replace(/<[^>]+>/g, ' ');

it('says that the answer comes today where its last day is the day of the receipt', () => {
  expect(textOf('2026-12-02')).toContain('Ответим сегодня.');
  expect(textOf('2026-12-02')).not.toContain('не позже');
  expect(textOf('2026-12-02', 'sah')).toContain('Бүгүн эппиэттиэхпит.');
});

it('names the last day where it is another one, and none where there is none', () => {
  expect(textOf('2026-12-03')).toContain('Ответим не позже 3 декабря 2026 г.');
  expect(textOf(undefined)).not.toContain('сегодня.');
});

it('says that it was not joined to what is known, where it should have been', () => {
  const shown = (isUnjoined?: boolean): string =>
    renderToStaticMarkup(
      sentPage({ district, speech: speechOf('ru'), receipt: { ...receipt, ...(isUnjoined && { isUnjoined }) } })
        .content,
    );
  expect(shown(true)).toContain('Присоединить сообщение к тому, о чём мы знаем, не удалось');
  expect(shown()).not.toContain('Присоединить');
});
