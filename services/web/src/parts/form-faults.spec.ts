import { beforeAll, describe, expect, it } from '@jest/globals';
import { speak } from '../words/words.js';
import { faultsIn, wordsOf } from './form-faults.js';

const right = { valid: false, valueMissing: false, typeMismatch: false, rangeUnderflow: false, rangeOverflow: false };
const field = { type: 'text', title: '' };

beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: 'ru' } } });
  await speak();
});

describe('what is wrong with a field', () => {
  it('is told in words of the desk', () => {
    const missing = { ...right, valueMissing: true };
    expect(wordsOf(field, missing)).toBe('Заполните.');
    expect(wordsOf({ ...field, type: 'select-one' }, missing)).toBe('Выберите.');
    expect(wordsOf({ ...field, type: 'checkbox' }, missing)).toBe('Отметьте, чтобы продолжить.');
    expect(wordsOf({ ...field, type: 'email' }, { ...right, typeMismatch: true })).toBe('Нужен адрес почты: имя@сайт.');
    expect(wordsOf({ ...field, title: 'Код' }, right)).toBe('Проверьте, как это написано: Код');
  });

  it('is blanks alone where something is required, though they are valid for the browser', () => {
    const control = (value: string, required = true) => ({
      ...field,
      value,
      required,
      willValidate: true,
      validity: { ...right, valid: true },
    });
    const elements = [control('  '), control('Яма.'), control('  ', false)];
    const faults = faultsIn({ elements } as unknown as HTMLFormElement);
    expect(faults).toEqual([{ control: elements[0], words: 'Заполните.' }]);
  });

  it('names the days and numbers between which it is', () => {
    const day = { ...field, type: 'date', min: '2026-12-01', max: '2026-12-31' };
    expect(wordsOf(day, { ...right, rangeUnderflow: true })).toBe('Не раньше 01.12.2026.');
    expect(wordsOf(day, { ...right, rangeOverflow: true })).toBe('Не позже 31.12.2026.');
    expect(wordsOf({ ...field, type: 'number', min: '1', max: '30' }, { ...right, rangeOverflow: true })).toBe(
      'Не больше 30.',
    );
  });
});
