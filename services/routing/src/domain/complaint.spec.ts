import { expect, it } from '@jest/globals';
import { codesNamedIn, isComplaint, lettersNamedIn } from './complaint.js';

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
])('is no complaint: %s', (text) => expect(isComplaint(text)).toBe(false));

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

it('59-FZ art. 8(6): departments, organisations and districts that a text names are proposed, by their codes', () => {
  const bodies = [
    { code: 'vodokanal', name: 'МУП «Водоканал», ресурсоснабжающая организация' },
    { code: 'roads', name: 'Отдел дорожного хозяйства' },
    { code: 'tompo', name: 'Томпонский район' },
    { code: 'omvd', name: 'ОМВД по Алданскому району' },
  ];
  expect(codesNamedIn('Водоканал молчит, и дорожное хозяйство тоже.', bodies)).toEqual(['vodokanal', 'roads']);
  expect(codesNamedIn('В Томпонском районе не ответили.', bodies)).toEqual(['tompo']);
  expect(codesNamedIn('Сосед шумит.', bodies)).toEqual([]);
  expect(codesNamedIn('', bodies)).toEqual([]);
});
