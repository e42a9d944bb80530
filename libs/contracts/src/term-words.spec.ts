import { expect, it } from '@jest/globals';
import { TermStepCode } from './enumerations.js';
import { termStepText } from './term-words.js';

it.each([
  [{ code: 'COUNTED_FROM', on: '2026-04-09' }, 'Отсчёт: от 9 апреля 2026 года.'],
  [{ code: 'COUNTED_FROM', on: '2026-11-27', time: '17:00' }, 'Отсчёт: от 27 ноября 2026 года, 17:00.'],
  [
    { code: 'WORKED', on: '2026-11-27', time: '16:30', toTime: '18:00', count: 90 },
    '27 ноября 2026 года: рабочее время с 16:30 до 18:00, 1 ч 30 мин.',
  ],
  [{ code: 'DAYS_OFF', on: '2026-11-28', to: '2026-11-28' }, 'Нерабочий день не считается: 28 ноября 2026 года.'],
  [{ code: 'PROVISIONAL', on: '2027-01-11' }, 'Календаря на 2027 год ещё нет: дата может измениться.'],
  [
    { code: 'WITHOUT_TRANSFERS', on: '2027-01-11' },
    'Дни 2027 года — по Трудовому кодексу: переносы выходных ещё не утверждены.',
  ],
])('%j reads «%s»', (step, words) => expect(termStepText(step, 'ru')).toBe(words));

it('has words for every step in both languages, and shows the code of one that is newer', () => {
  const step = { on: '2026-04-09', to: '2026-04-10', time: '09:00', toTime: '10:00', count: 60 };
  for (const language of ['ru', 'en'] as const) {
    const texts = TermStepCode.values.map((code) => termStepText({ ...step, code }, language));
    expect(texts.filter((text) => /[{}]|^[A-Z_]+$/.test(text))).toEqual([]);
  }
  expect(termStepText({ ...step, code: 'LEAP' }, 'ru')).toBe('LEAP');
});
