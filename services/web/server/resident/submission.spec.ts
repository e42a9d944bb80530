import { describe, expect, it } from '@jest/globals';
import { emptyForm } from './form-values.js';
import { digestOf, receiptCookie, sentReceipt, speaksOfDanger } from './receipt-cookie.js';
import { formErrors, sizeWords } from './submission.js';
import { speechOf } from './words/index.js';

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
