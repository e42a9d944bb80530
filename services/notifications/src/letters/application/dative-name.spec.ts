import { expect, it } from '@jest/globals';
import { dativeName, signedName } from './dative-name.js';

it.each([
  ['Старостина Виктория Павловна', 'Старостиной В. П.'],
  ['Иван Петрович Черёмушкин', 'Черёмушкину И. П.'],
  ['Никифорова Туйаара Семёновна', 'Никифоровой Т. С.'],
  ['Седых Мария Ивановна', 'Седых М. И.'],
  ['Охлопков Дьулустан Ильич', 'Охлопкову Д. И.'],
])('addresses %s as «%s»', (name, text) => {
  expect(dativeName(name)).toEqual({ text, isSure: true });
});

it.each(['Ким Ай', 'Зоя Лебедева', 'ООО «Ромашка»', 'Иван'])('leaves %s as it was given, to be confirmed', (name) => {
  expect(dativeName(name)).toEqual({ text: name, isSure: false });
});

it('leaves a surname as it was given where the libraries differ', () => {
  expect(dativeName('Мария Анна Сергеевна').isSure).toBe(false);
});

it.each([
  ['Громова Елена Викторовна', 'Е. В. Громова'],
  ['Елена Викторовна Громова', 'Е. В. Громова'],
  ['П. П. Петров', 'П. П. Петров'],
])('signs %s as «%s»', (name, signed) => {
  expect(signedName(name)).toBe(signed);
});
