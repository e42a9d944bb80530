import { expect, it } from '@jest/globals';
import { isNamedIn, isSameName, resemble } from './body-name.js';

const VODOKANAL = 'Водоканал, ресурсоснабжающая организация';

it.each([
  ['МУП Водоканал', VODOKANAL],
  ['МУП «Водоканал»', VODOKANAL],
  ['ооо "ВОДОКАНАЛ"', 'Водоканал'],
  ['Тёплые сети', 'ТЕПЛЫЕ СЕТИ'],
  ['ГБУ РС(Я) «Дороги»', 'рс я дороги'],
])('%s is %s', (one, other) => {
  expect(isSameName(one, other)).toBe(true);
  expect(resemble(one, other)).toBe(true);
});

it.each([
  ['Водоканал Алданского района', VODOKANAL],
  ['Директор Водоканала', VODOKANAL],
  ['ОМВД, полиция', 'ОМВД по району'],
])('%s may be %s', (one, other) => expect(resemble(one, other)).toBe(true));

it.each([
  ['Тепловые сети', 'Электрические сети'],
  ['Управление автомобильных дорог', 'Управление культуры'],
  ['Районный суд', 'Районный отдел образования'],
  ['МУП', 'ООО'],
  ['', VODOKANAL],
])('%s is not %s', (one, other) => {
  expect(isSameName(one, other)).toBe(false);
  expect(resemble(one, other)).toBe(false);
});

it('59-FZ art. 8(6): a text names of whom it complains, however it declines the name', () => {
  expect(isNamedIn('Жалоба на Водоканал: воды нет неделю.', VODOKANAL)).toBe(true);
  expect(isNamedIn('Из-за «Водоканала» мы без воды.', VODOKANAL)).toBe(true);
  expect(isNamedIn('Жалоба на ОМВД.', 'ОМВД по Алданскому району')).toBe(true);
  expect(isNamedIn('Жалоба на Алданскую больницу.', 'ОМВД по Алданскому району')).toBe(false);
  expect(isNamedIn('Воды нет неделю.', VODOKANAL)).toBe(false);
});
