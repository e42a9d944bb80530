import { describe, expect, it } from '@jest/globals';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import { renderToStaticMarkup } from 'react-dom/server';
import { emptyForm } from './form-values.js';
import { digestOf, receiptCookie, sentReceipt, speaksOfDanger } from './receipt-cookie.js';
import { formErrors, sizeWords, submissionInput } from './submission.js';
import { style } from './style.js';
import { speechOf } from './words/index.js';
import { writePage } from './write-page.js';

const speech = speechOf('ru');

describe('words of danger', () => {
  it.each([
    'Горит дом на Мира',
    'В подъезде пахнет газом',
    'запах газа',
    'Авария на теплотрассе',
    'Пожар!',
    'оборванный провод искрит',
  ])('finds one in «%s»', (text) => expect(speaksOfDanger(text)).toBe(true));
  it.each([
    'Не горит фонарь у школы, и у бани не горят',
    'Переселение из аварийного жилья',
    'Загородили проезд у газона',
    'Яма на дороге',
    'Магазин не работает',
    'Горимский переулок',
  ])('finds none in «%s»', (text) => expect(speaksOfDanger(text)).toBe(false));
});

describe('the receipt on the sender’s device', () => {
  const receipt = {
    number: 'A',
    code: 'B',
    receivedAt: '2026-11-27T05:06:00.000Z',
    isUrgent: true,
    isAppeal: true,
    digest: 'd',
  };
  const value = (cookie: string) => cookie.split(';')[0]!;

  it('is read as it was written', () => {
    expect(sentReceipt(value(receiptCookie('aldan', receipt, true)))).toEqual({ ...receipt, contact: undefined });
    expect(receiptCookie('aldan', receipt, true)).toMatch(
      /; Path=\/aldan; HttpOnly; SameSite=Strict; Max-Age=900; Secure$/,
    );
  });

  it.each(['otklik_receipt=xx', 'otklik_receipt=e30', 'other=1', ''])('is none in %s', (cookies) => {
    expect(sentReceipt(cookies)).toBeUndefined();
  });

  it('has another digest for other content', () => {
    expect(digestOf([emptyForm, []])).toBe(digestOf([{ ...emptyForm }, []]));
    expect(digestOf([emptyForm, ['x']])).not.toBe(digestOf([emptyForm, []]));
  });
});

describe('the chosen topic', () => {
  const questions = [{ code: 'days', text: 'Сколько дней нет тепла?', options: [] }];
  const topics = [
    { code: 'heat', name: 'Отопление', questions },
    { code: 'pits', name: 'Дороги', questions: [] },
  ];
  const district = { code: 'aldan', topics, consent: { version: '2026-01-01' } } as unknown as PublicDistrict;
  const values = { ...emptyForm, text: 'Холодно', answers: { 'heat.days': '3' } };
  const sent = (topic: string) => submissionInput(district, 'k', { ...values, topic }, []);

  it('goes beside the text, its answers too: no question of ours is a word of the resident', () => {
    expect(sent('heat')).toMatchObject({
      text: 'Холодно',
      topic: 'heat',
      topicAnswers: [{ question: 'days', answer: '3' }],
    });
  });

  it('takes no answers about another topic along, and is left out where the district has it no more', () => {
    expect(sent('pits')).toMatchObject({ text: 'Холодно', topic: 'pits' });
    for (const topic of ['', 'pits', 'gone']) expect(sent(topic)).not.toHaveProperty('topicAnswers');
    for (const topic of ['', 'gone']) expect(sent(topic)).not.toHaveProperty('topic');
  });

  it('is any of the district’s on the form; those with questions share a class with them', () => {
    const page = { district: { ...district, settlements: [] } as PublicDistrict, speech, draftKey: 'k', errors: [] };
    const html = renderToStaticMarkup(writePage({ ...page, values: emptyForm }).content);
    expect(html).toContain('<option value="heat" class="q1">Отопление</option><option value="pits">Дороги</option>');
    expect(html).toMatch(/<fieldset class="q1">.*Сколько дней нет тепла\?/);
    expect(style).toContain('form:has(.q1:checked) .tq>.q1');
  });
});

describe('errors of the form', () => {
  it('come all at once, in the order of the fields', () => {
    const faults = [{ name: 'a.mov', why: 'TOO_LARGE', bytes: 48 * 1024 * 1024 } as const];
    const errors = formErrors({ ...emptyForm, contact: '123' }, faults, speech);
    expect(errors.map(({ field }) => field)).toEqual(['text', 'files', 'contact', 'consent']);
    expect(errors[1]!.message).toBe('Файл «a.mov» слишком большой, 48 МБ. Можно не больше 10 МБ.');
  });

  it('are none when text and consent are there', () => {
    expect(formErrors({ ...emptyForm, text: 'Яма', consent: true }, [], speech)).toEqual([]);
  });
});

it('says sizes as people do', () => {
  const bytes = [1, 120_000, 5_300_000, 48 * 1024 * 1024];
  expect(bytes.map((one) => sizeWords(one, speech))).toEqual(['1 кБ', '117 кБ', '5,1 МБ', '48 МБ']);
});

it('says a size over the limit as one over the limit', () => {
  const over = 10 * 1024 * 1024 + 1;
  expect([sizeWords(over, speech), sizeWords(over, speechOf('en'))]).toEqual(['10,1 МБ', '10.1 MB']);
});
