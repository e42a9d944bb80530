import { expect, it } from '@jest/globals';
import { MAX_TEXT } from '../../appeal/domain/appeal.commands.js';
import { clean, cleanLine, textOfMail } from './mail-text.js';

const words = {
  noText: '(без текста)',
  unreadable: '(не прочитано)',
  more: '(дальше)',
  notTaken: (names: string) => `Нет: ${names}`,
  cut: (megabytes: number) => `Обрезано: ${megabytes} МБ`,
};
const mail = (subject: string | undefined, text: string, more: object = {}) =>
  textOfMail({ subject, text, isUnreadable: false, notTaken: [], ...more }, words);

it.each([
  ['Яма на Ленина', 'Прошу засыпать.', 'Яма на Ленина\n\nПрошу засыпать.'],
  ['Яма на Ленина', 'Яма на Ленина опять.', 'Яма на Ленина опять.'],
  ['Re: Fwd: Яма', 'Опять.', 'Яма\n\nОпять.'],
  ['Отв.: Яма', 'Опять.', 'Отв.: Яма\n\nОпять.'],
  [undefined, ' Прошу. ', 'Прошу.'],
  ['Яма', '\u200b', 'Яма'],
  ['  ', '', '(без текста)'],
] as const)('%j and %j are %j', (subject, text, expected) => expect(mail(subject, text)).toBe(expected));

it('says what is not there', () => {
  expect(mail('Яма', '', { notTaken: ['смета.docx', 'план.dwg'] })).toBe('Яма\n\nНет: смета.docx, план.dwg');
  expect(mail('Яма', '', { isUnreadable: true })).toBe('Яма\n\n(не прочитано)');
  expect(mail('Яма', 'Вот.', { wholeBytes: 31_000_000 })).toBe('Яма\n\nВот.\n\nОбрезано: 30 МБ');
});

it('is as long as a text may be, and says that there is more', () => {
  const text = mail('Яма', '🌲'.repeat(MAX_TEXT), { notTaken: ['план.dwg'] });
  expect([...text].length).toBeLessThanOrEqual(MAX_TEXT);
  expect(text.isWellFormed()).toBe(true);
  expect(text).toMatch(/🌲\n\n\(дальше\)\n\nНет: план\.dwg$/u);
});

it('has no signs that cannot be stored', () => {
  expect(clean('а\u0000\ud800б\r\nв\u0007')).toBe('а\ufffdб\nв');
  expect(cleanLine(' а\n\tб ', 10)).toBe('а б');
  expect(cleanLine('абвгд', 3)).toBe('аб…');
});
