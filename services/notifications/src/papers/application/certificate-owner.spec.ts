import { expect, it } from '@jest/globals';
import { isOf } from './certificate-owner.js';

it.each([
  ['Петрова Мария Ивановна', 'Петрова Мария Ивановна'],
  ['Петрова Мария Ивановна', 'Мария Ивановна Петрова'],
  ['Петрова Мария Ивановна', 'Мария Петрова'],
  ['Петрова Мария Ивановна', 'М. И. Петрова'],
  ['Петрова Мария Ивановна', 'Петрова М.И.'],
  ['Семёнова Анна', 'Анна СЕМЕНОВА'],
  ['Петрова', 'Мария Петрова'],
  ['Петрова Мария', 'Петрова'],
])('finds that %s is the official %s', (owner, official) => {
  expect(isOf(owner, official)).toBe(true);
});

it.each([
  ['by the first name', 'Роман Иван Петрович', 'Роман Сергеевич Ким'],
  ['by the patronymic', 'Иванович Марк', 'Пётр Иванович Ким'],
  ['by the patronymic at the end', 'Иванович Марк', 'Ким Пётр Иванович'],
  ['of the same surname', 'Ким Анна', 'Пётр Ким'],
  ['without a name', '', 'Пётр Ким'],
  ['whom the directory does not name', 'Ким Анна', ''],
])('takes nobody for the official %s', (_, owner, official) => {
  expect(isOf(owner, official)).toBe(false);
});
