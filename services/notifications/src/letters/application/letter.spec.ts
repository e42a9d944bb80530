import { expect, it } from '@jest/globals';
import type { District } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';
import { letterParts, writeLetter, type LetterFacts } from './letter.js';
import { writeLinkLetter } from './link-letter.js';
import { networkText } from '../../networks/application/network-text.js';

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
  signatory: { name: 'П. П. Петров', position: 'Глава района' },
  signedAt: '2026-11-24T20:00:00.000Z',
} as const;

it('contains the answer, its signatory and the local date of the district', () => {
  const { subject, text } = writeLetter(answered, district, { language: 'ru' });
  expect(subject).toBe('Ответ на ваше обращение № АЛД-М-2026-17');
  expect(text).toContain('Здравствуйте, Айыына Өлөксөөндөрөбүнэ!');
  expect(text).toContain('Дорогу починили. {number} остаётся вашими словами.');
  expect(text).toContain('Подпись: Глава района П. П. Петров, 25 ноября 2026 г.\nАлданский район');
});

it('lists the files of the answer, and says where they can be opened', () => {
  const attachments = ['Схема объезда.pdf', '№ 2'];
  const site = { language: 'ru', publicUrl: 'https://otklik.example/' } as const;
  const { text } = writeLetter({ ...answered, attachments }, district, site);
  expect(text).toContain('Приложение: Схема объезда.pdf, № 2.');
  expect(text).toContain('можно открыть на странице вашего обращения: https://otklik.example/aldan/follow');
  expect(writeLetter({ ...answered, attachments }, district, { language: 'ru' }).text).toContain('на сайте района.');
  expect(writeLetter(answered, district, site).text).not.toMatch(/Приложение|Файлы/);
  const inThread = networkText('THREAD', { ...answered, attachments }, district, site);
  expect(inThread).toContain('https://otklik.example/aldan/follow');
  expect(inThread).not.toContain('Схема объезда');
});

it('says that it is the second answer, after another consideration', () => {
  const again = { ...answered, again: 1 };
  const { subject, text } = writeLetter(again, district, { language: 'ru' });
  expect(subject).toBe('Повторный ответ № 2 на ваше обращение № АЛД-М-2026-17');
  expect(text).toContain('Отвечаем на ваше обращение № АЛД-М-2026-17');
  expect(letterParts(again, district, { language: 'ru' }).reference).toBe(
    'на № АЛД-М-2026-17 от 20 ноября 2026 г., повторный ответ, № 2',
  );
  const notice = { ...again, kind: 'REOPENING_DECIDED' } as const;
  expect(writeLetter(notice, district, { language: 'ru' }).subject).toMatch(/^Решение/);
});

it('is written in English on request, with a general greeting without a name', () => {
  const { subject, text } = writeLetter({ ...answered, kind: 'REGISTERED', name: undefined }, district, {
    language: 'en',
  });
  expect(subject).toBe('Your appeal is registered: No. АЛД-М-2026-17');
  expect(text).toMatch(/^Dear applicant,/);
});

it('says of a registration when it was, and in a network alone that the answer comes there', () => {
  const registered = { ...answered, kind: 'REGISTERED' } as const;
  const sheet = letterParts(registered, district, { language: 'ru' }).paragraphs;
  expect(sheet).toEqual(['Ваше обращение зарегистрировано 20 ноября 2026 г. под № АЛД-М-2026-17.']);
  const inThread = networkText('THREAD', registered, district, { language: 'ru' });
  expect(inThread).toContain('принято под № АЛД-М-2026-17. Ответим здесь же.');
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

it('informs the body that sent an appeal on of what it was and how it ended, and names no applicant', () => {
  const { signatory: _who, signedAt: _at, text: _text, ...facts } = answered;
  const said = { body: 'Прокуратура района', number: '7-12', letterOn: '2026-11-03', endedOn: '2026-11-27' } as const;
  const told = (details: object): string => {
    const letter = {
      ...facts,
      text: undefined,
      kind: 'INFORMING',
      details,
      signatory: undefined,
      signedAt: undefined,
    } as const;
    return letterParts(letter, district, { language: 'ru' }).paragraphs.join(' ');
  };
  expect(told({ ...said, outcome: 'EXPLAINED' })).toMatch(
    /^На ваше письмо № 7-12 от 3 ноября 2026 г\. сообщаем: обращение № .+ рассмотрено, результат: разъяснено\. Ответ заявителю направлен 27 ноября 2026 г\.$/u,
  );
  expect(told({ endedOn: said.endedOn, decision: 'FORWARDED' })).toMatch(
    /^По вашей просьбе сообщаем: .* направлено по компетенции 27 ноября 2026 г\., заявитель уведомлён\.$/u,
  );
  expect(told({ ...said, decision: 'LEFT_UNANSWERED' })).toMatch(/без ответа по существу 27 ноября .*статья 11/u);
});

it.each(['COVERING', 'REQUEST', 'INFORMING'] as const)(
  '%s is addressed to the body, never to the applicant',
  (kind) => {
    const details = { body: 'Управление автомобильных дорог', address: 'г. Алдан, ул. Примерная, 24' };
    const { signatory: _who, signedAt: _at, ...facts } = answered;
    const letter = { ...facts, kind, details, signatory: undefined, signedAt: undefined };
    expect(letterParts(letter, district, { language: 'ru' })).toMatchObject({
      addresseeKind: 'BODY',
      addressee: details.body,
      addresseeAddress: details.address,
      greeting: expect.stringContaining(details.body) as unknown,
    });
    expect(letterParts(answered, district, { language: 'ru' })).toMatchObject({
      addresseeKind: 'APPLICANT',
      addressee: undefined,
      addresseeAddress: undefined,
    });
  },
);

it('a request to a body holds nothing of the applicant', () => {
  const details = { body: 'Росреестр', until: '2026-12-16' };
  const text = 'Чей это участок?';
  const facts = {
    ...answered,
    kind: 'REQUEST',
    details,
    text,
    reachedAt: 'VK 200000008',
    signatory: undefined,
  } as const;
  const printed = JSON.stringify(letterParts(facts, district, { language: 'ru' }));
  expect(printed).not.toContain('Айыына');
  expect(printed).not.toContain('VK 200000008');
});

it('greets once where the answer greets by itself', () => {
  const facts = { ...answered, text: 'Уважаемая Айыына!\n\nДорогу починили.' };
  expect(letterParts(facts, district, { language: 'ru' })).toMatchObject({
    greeting: 'Уважаемая Айыына!',
    paragraphs: ['Дорогу починили.'],
  });
  const { text } = writeLetter(facts, district, { language: 'ru' });
  expect(text.match(/Уважаемая|Здравствуйте/g)).toEqual(['Уважаемая']);
});

/** 59-FZ art. 8(3), 11: the notice of an end without an answer. */
const ends = [
  ...(['COURT', 'ABUSE', 'UNREADABLE', 'UNCLEAR', 'SECRET', 'COMPLAINT'] as const).map(
    (ground) => ['LEFT_UNANSWERED', { ground }] as const,
  ),
  ['LEFT_UNANSWERED', { ground: 'PUBLISHED', earlier: ['https://aldan.example/17'] }],
  ['CORRESPONDENCE_ENDED', { ground: 'REPEAT', earlier: ['АЛД-О-2026-3'] }],
  ['FORWARDED', { body: 'Упрдор «Лена» (г. Якутск)' }],
] as const;
const lawOf = {
  COURT: ['часть 2 ', '11(2)'],
  ABUSE: ['часть 3 ', '11(3)'],
  UNREADABLE: ['часть 4 ', '11(4)'],
  UNCLEAR: ['часть 4.1 ', '11(4.1)'],
  PUBLISHED: ['часть 5.1 ', '11(5.1)'],
  REPEAT: ['часть 5 ', '11(5)'],
  SECRET: ['часть 6 ', '11(6)'],
  COMPLAINT: ['часть 7 статьи 8 ', '8(7)'],
  FORWARDED: ['частью 3 статьи 8 ', '8(3)'],
} as const;

it.each(ends)('tells %s with %p in both languages, with the law to who wrote by it', (kind, details) => {
  const told = (language: 'ru' | 'en', regime: 'APPEAL_59FZ' | 'SOCIAL_MESSAGE') =>
    writeLetter({ ...answered, kind, regime, details, text: undefined }, district, { language });
  const law = lawOf['ground' in details ? details.ground : 'FORWARDED'];
  for (const [at, language] of (['ru', 'en'] as const).entries()) {
    const { subject, text } = told(language, 'APPEAL_59FZ');
    expect(subject).toContain('АЛД-М-2026-17');
    expect(text).toContain(law[at]);
    if (language === 'ru') expect(`${subject} ${text}`).not.toMatch(/вашем обращени[ея](?!\p{L})/u);
    for (const named of 'earlier' in details ? details.earlier : 'body' in details ? [details.body] : [])
      expect(text).toContain(named);
    expect(`${subject}${text}`).not.toMatch(/[{}]/);
    const message = told(language, 'SOCIAL_MESSAGE');
    expect(`${message.subject}${message.text}`).not.toMatch(/59-ФЗ|59-FZ|обращени|your appeal|the appeal/i);
  }
});

it('gives a body the place, the point and the answers beside the question', () => {
  const covering: LetterFacts = {
    ...answered,
    kind: 'COVERING',
    text: 'Яма',
    signatory: undefined,
    signedAt: undefined,
    reachedAt: '',
    place: 'г. Алдан, у школы',
    point: '58.6,125.3',
    answers: [{ question: 'Мешает ли это проезду?', answer: 'Да' }],
  };
  const { text } = writeLetter(covering, district, { language: 'ru' });
  expect(text).toContain('Текст вопроса:\n\nЯма\n\nМешает ли это проезду? — Да\n\nМесто: г. Алдан, у школы\n\n');
  expect(text).toContain('Точка, которую отметил заявитель (широта и долгота): 58.6, 125.3');
  // On its page, where each reading is recorded, and not in its mail.
  const site = { language: 'ru', publicUrl: 'https://otklik.example' } as const;
  expect(writeLetter({ ...covering, link: 'x' }, district, site).text).not.toMatch(/58\.6|у школы|проезду/);
});

it('names the number and day of the letter in the e-mail', () => {
  const outgoing = { number: '02-11/118', on: '2026-11-27' };
  const { text } = writeLetter({ ...answered, outgoing }, district, { language: 'ru' });
  expect(text).toContain('Исх. № 02-11/118 от 27 ноября 2026 г.');
});
