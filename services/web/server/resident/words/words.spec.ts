import { expect, it } from '@jest/globals';
import { AppealState, NoticeKind, Outcome } from '@otklik/contracts/enumerations';
import { isToBody } from '@otklik/contracts/notices-to-bodies';
import { en } from './en.js';
import { languages, speechOf } from './index.js';
import { ru } from './ru.js';
import { sah, UNCHECKED } from './sah.js';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

it('has the same words with the same placeholders in all languages', () => {
  for (const other of [en, sah]) {
    expect(Object.keys(other)).toEqual(Object.keys(ru));
    for (const [word, text] of Object.entries(ru))
      expect([word, placeholders(other[word as keyof typeof ru])]).toEqual([word, placeholders(text)]);
  }
});

it('has no empty word, and no Russian in English', () => {
  for (const texts of [ru, en, sah]) expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
  expect(Object.values(en).filter((text) => /[а-яё]/i.test(text))).toEqual([]);
});

it('has words for each state, outcome and notice that a resident sees', () => {
  const notices = NoticeKind.values.filter((kind) => !isToBody(kind));
  for (const kind of notices) expect(Object.keys(ru)).toContain(`notice.${kind}`);
  for (const state of AppealState.values) expect(Object.keys(ru)).toContain(`state.${state}`);
  for (const outcome of Outcome.values) expect(Object.keys(ru)).toContain(`outcome.${outcome}`);
});

it('says that the Sakha words are unchecked', () => {
  expect(UNCHECKED).toBe(true);
});

it('says dates as people write them', () => {
  const zone = 'Asia/Yakutsk';
  const said = languages.map((language) => {
    const speech = speechOf(language);
    return [speech.day('2026-11-27', zone), speech.moment('2026-11-27T05:06:00.000Z', zone)];
  });
  expect(said).toEqual([
    ['27 ноября 2026 г.', '27 ноября, 14:06'],
    ['2026 сыл Сэтинньи 27 күнэ', 'Сэтинньи 27 күнэ, 14:06'],
    ['27 November 2026', '27 November, 14:06'],
  ]);
  expect(speechOf('sah').shortDay('2026-09-01', zone)).toBe('Балаҕан ыйын 1 күнэ');
});
