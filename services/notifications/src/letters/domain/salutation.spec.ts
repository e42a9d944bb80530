import { expect, it } from '@jest/globals';
import { salutationOf } from './salutation.js';

it.each([
  ['Уважаемая Анна!\n\nКонтейнеры вывезены.', 'Уважаемая Анна!', 'Контейнеры вывезены.'],
  ['Здравствуйте, Степан Ильич! Барак расселят.', 'Здравствуйте, Степан Ильич!', 'Барак расселят.'],
  ['  Добрый день,\nдорогу починили.', 'Добрый день,', 'дорогу починили.'],
  ['Уважаемый Степан Ильич\nДорогу починили.', 'Уважаемый Степан Ильич', 'Дорогу починили.'],
])('finds the greeting of %j', (text, salutation, body) => {
  expect(salutationOf(text)).toEqual({ salutation, body });
});

it.each([
  'Дорогу починили! Спасибо.',
  'Уважаемые жители дома 8 уже получили перерасчёт. Ваш будет в декабре.',
  'Добрый сосед помог.\nМы тоже.',
  'Здравствуйте!',
  '',
])('leaves %j as it is', (text) => {
  expect(salutationOf(text)).toEqual({ salutation: undefined, body: text });
});
