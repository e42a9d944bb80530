import { describe, expect, it } from '@jest/globals';
import { russianLexicon } from './morphology.js';
import { unsayablePlaces, type Sayable } from './public-text.js';

const nobody: Sayable = { names: [], phones: [], emails: [], addresses: [] };
const office: Sayable = {
  names: ['Громова Елена Викторовна'],
  phones: ['8 (41145) 4-00-07'],
  emails: ['priem@aldan.example'],
  addresses: ['678900, г. Алдан, ул. Октябрьская, 1'],
};

it.each([
  'Живу в Томмоте на ул. Укуланской, 12, кв. 3.',
  'Звонил Трофимов Василий Николаевич.',
  'Телефон 8 924 000-18-33.',
  'Пишите на trofimov@mail.example.',
  'Отвечает заместитель главы Громова Елена Викторовна.',
])('what may be a person is found: %s', async (text) => {
  expect(unsayablePlaces(text, nobody, await russianLexicon())).not.toEqual([]);
});

it.each([
  'Отвечает заместитель главы Громова Елена Викторовна.',
  'Если машина снова не придёт, позвоните: 8 (41145) 4-00-07.',
  'Пишите на priem@aldan.example.',
  'Во дворе по улице Зинштейна вторую неделю не вывозят мусор.',
])('what the administration says of itself may be said: %s', async (text) => {
  expect(unsayablePlaces(text, office, await russianLexicon())).toEqual([]);
});

it.each([
  'Жалуется Громова Анна Петровна.',
  'Жалуется Громова Анна Ивановна, о ней писал Ли.',
  'Пишет Пётр Иванов.',
  'Пишет Ли Анна Викторовна.',
  'Живу на ул. Октябрьской, 11, кв. 2.',
])('a namesake of an official, and a house beside the office, is somebody else: %s', async (text) => {
  const names = ['Громова Елена Викторовна', 'Петров Иван Андреевич', 'Павел Андреевич Ли', 'Анна Петровна Седых'];
  expect(unsayablePlaces(text, { ...office, names }, await russianLexicon())).not.toEqual([]);
});

it.each(['Спросите Громову Елену Викторовну.', 'Решит Иван Андреевич Петров.', 'С Петровым Иваном Андреевичем.'])(
  'an official is named in any case: %s',
  async (text) => {
    const names = ['Громова Елена Викторовна', 'Петров Иван Андреевич'];
    expect(unsayablePlaces(text, { ...office, names }, await russianLexicon())).toEqual([]);
  },
);

it.each([
  'Спросите Громова Павла Андреевича.',
  'Решено с Громовым Павлом Андреевичем.',
  'Передано Соболеву Льву Ивановичу.',
])('an official whose given name loses its vowel is named in any case: %s', async (text) => {
  const names = ['Громов Павел Андреевич', 'Соболев Лев Иванович'];
  expect(unsayablePlaces(text, { ...office, names }, await russianLexicon())).toEqual([]);
});

it.each(['Пишет Павлова Анна Андреевна.', 'Пишет Громов Пётр Андреевич.', 'Пишет Павлова.'])(
  'who is called alike is somebody else: %s',
  async (text) => {
    const names = ['Громов Павел Андреевич', 'Соболев Лев Иванович'];
    expect(unsayablePlaces(text, { ...office, names }, await russianLexicon())).not.toEqual([]);
  },
);

it('places are told one by one, without that of an official, and what is put instead is none', async () => {
  const text = 'Трофимов Василий Николаевич, т. 8 924 000-18-33. Ответила Громова Елена Викторовна.';
  const places = unsayablePlaces(text, office, await russianLexicon());
  expect(places.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['NAME', 'Трофимов Василий Николаевич'],
    ['PHONE', '8 924 000-18-33'],
  ]);
  const instead = '[имя убрано], [адрес убран], т. [телефон убран], [почта убрана], [СНИЛС убран], [документ убран].';
  expect(unsayablePlaces(instead, nobody, await russianLexicon())).toEqual([]);
});

describe('of an issue that has a place', () => {
  const atHouses = { ...nobody, houses: true } as const;

  it.each([
    'На ул. Ленина, 3 нет воды.',
    'Авария у дома 14 по улице Октябрьской.',
    'Ленина, 3 и Ленина, 5 без света; Октябрьская, д. 20, корпус 1, подъезд 2.',
    'Нет тепла: улица 50 лет Победы, 7а.',
  ])('a street with its house may be said: %s', async (text) => {
    expect(unsayablePlaces(text, atHouses, await russianLexicon())).toEqual([]);
    expect(unsayablePlaces(text, nobody, await russianLexicon())).not.toEqual([]);
  });

  it.each([
    'На ул. Ленина, 3, кв. 15 нет воды.',
    'На ул. Ленина, 3, 15 нет воды.',
    'Нет света: Октябрьский 9-61.',
    'Затопило во второй квартире.',
    'Ждём у калитки, Калинина сорок один, собака привязана.',
    'Дом 3, квартира 15',
    'Затопило дом 14 (кв. 3).',
    'На ул. Ленина, 3/15 нет воды.',
  ])('a flat, or what may be one, is never said: %s', async (text) => {
    expect(unsayablePlaces(text, atHouses, await russianLexicon())).not.toEqual([]);
  });
});
