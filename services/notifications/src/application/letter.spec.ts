import { expect, it } from '@jest/globals';
import type { District } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';
import { letterParts, writeLetter, writeLinkLetter } from './letter.js';

const district = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  departments: [],
  public: samplePublicInformation,
} as unknown as District;
const answered = {
  kind: 'ANSWERED',
  regime: 'APPEAL_59FZ',
  number: 'АЛД-М-2026-17',
  registeredOn: '2026-11-20',
  name: 'Айыына Өлөксөөндөрөбүнэ',
  text: 'Дорогу починили. {number} остаётся вашими словами.',
  signatory: 'П. П. Петров',
  signedAt: '2026-11-24T20:00:00.000Z',
} as const;

it('contains the answer, its signatory and the local date of the district', () => {
  const { subject, text } = writeLetter(answered, district, { language: 'ru' });
  expect(subject).toBe('Ответ на ваше обращение № АЛД-М-2026-17');
  expect(text).toContain('Здравствуйте, Айыына Өлөксөөндөрөбүнэ!');
  expect(text).toContain('Дорогу починили. {number} остаётся вашими словами.');
  expect(text).toContain('Подпись: П. П. Петров, 25 ноября 2026 г.\nАлданский район');
});

it('is written in English on request, with a general greeting without a name', () => {
  const { subject, text } = writeLetter({ ...answered, kind: 'REGISTERED', name: undefined }, district, {
    language: 'en',
  });
  expect(subject).toBe('Your appeal is registered: No. АЛД-М-2026-17');
  expect(text).toMatch(/^Dear applicant,/);
});

it('removes line breaks from the subject', () => {
  const { subject } = writeLetter({ ...answered, number: '17\r\nBcc: eve@other.example' }, district, {
    language: 'ru',
  });
  expect(subject).not.toMatch(/[\r\n]/);
});

it('names the district’s follow-up page if the public address is configured', () => {
  for (const kind of ['REGISTERED', 'ANSWERED'] as const) {
    const letter = (publicUrl?: string) =>
      writeLetter({ ...answered, kind }, district, { language: 'ru', publicUrl }).text;
    expect(letter('https://otklik.example/')).toContain('\nhttps://otklik.example/aldan/follow\n');
    expect(letter()).not.toContain('http');
    expect(letter()).not.toMatch(/\n{3}/);
  }
});

it('gives a link in place of a lost code, with the local time of its end', () => {
  const facts = { regime: 'SOCIAL_MESSAGE', name: 'Иванов Пётр Сергеевич', link: 'LINK' } as const;
  const at = { ...facts, expiresAt: '2026-11-24T04:05:00.000Z' };
  const letter = writeLinkLetter(at, district, { language: 'ru', publicUrl: 'https://otklik.example/' });
  expect(letter?.subject).toBe('Ссылка на ваше сообщение');
  expect(letter?.text).toContain('\nhttps://otklik.example/aldan/lost/LINK\n');
  expect(letter?.text).toContain('один раз, до 13:05.');
  expect(writeLinkLetter(at, district, { language: 'ru' })).toBeUndefined();
});

it('calls a message a message, and a date as people write it', () => {
  const { subject, text } = writeLetter({ ...answered, regime: 'SOCIAL_MESSAGE' }, district, { language: 'ru' });
  expect(subject).toBe('Ответ на ваше сообщение № АЛД-М-2026-17');
  expect(text).toContain('Отвечаем на ваше сообщение № АЛД-М-2026-17 от 20 ноября 2026 г.\n');
});

it('is the same letter by its parts, before the signature too', () => {
  const style = { language: 'ru' } as const;
  const facts = {
    ...answered,
    name: 'Ефремов Степан Ильич',
    text: 'Первое.\nИ ещё.\n \n\nВторое.',
    attachments: ['График.pdf'],
    executor: 'С. А. Винокурова',
  };
  const parts = letterParts({ ...facts, signedAt: undefined, signatory: undefined }, district, style);
  expect(parts).toMatchObject({
    reference: 'на № АЛД-М-2026-17 от 20 ноября 2026 г.',
    greeting: 'Уважаемый Степан Ильич!',
    paragraphs: ['Первое.\nИ ещё.', 'Второе.'],
    attachments: 'Приложение: График.pdf.',
    signature: undefined,
    executor: 'Исполнитель: С. А. Винокурова',
  });
  const { text } = writeLetter(facts, district, style);
  for (const part of [parts.greeting, ...parts.paragraphs, parts.attachments!, parts.executor!]) {
    expect(text).toContain(part);
  }
});
