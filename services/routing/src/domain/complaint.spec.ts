import { expect, it } from '@jest/globals';
import { isComplaint, lettersNamedIn } from './complaint.js';

it.each([
  'Жалоба на Водоканал',
  'Жалуюсь на работу управляющей компании.',
  'Мы жалуемся уже третий раз!',
  'Хочу пожаловаться на мастера.',
  'Обжалую ответ отдела.',
  'БЕЗДЕЙСТВИЕ коммунальных служб',
  'Прислали отписку.',
])('complains: %s', (text) => expect(isComplaint(text)).toBe(true));

it.each([
  'Прорвало трубу, звонили в Водоканал.',
  'Почините, пожалуйста, фонарь.',
  'Пожалуйста, передайте в Водоканал.',
  'Действие справки закончилось.',
  '',
])('complains of nobody: %s', (text) => expect(isComplaint(text)).toBe(false));

it('59-FZ art. 8(6): a complaint may be of the bodies that it names, by a shorter name, too', () => {
  const to = [
    { letter: 'water', organisation: 'vodokanal', name: 'МУП «Водоканал», ресурсоснабжающая организация' },
    { letter: 'police', name: 'ОМВД по Алданскому району' },
    { letter: 'other', name: 'Ростехнадзор' },
  ];
  expect(lettersNamedIn('Жалоба на Водоканал: воды нет неделю.', to)).toEqual(['water']);
  expect(lettersNamedIn('Бездействие ОМВД и «Водоканала».', to)).toEqual(['water', 'police']);
  expect(lettersNamedIn('Прорвало трубу, звонили в Водоканал.', to)).toEqual([]);
  expect(lettersNamedIn('Жалоба на соседей.', to)).toEqual([]);
});
