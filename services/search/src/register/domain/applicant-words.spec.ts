import { describe, expect, it } from '@jest/globals';
import { applicantWords, searchedWords, type ApplicantData } from './applicant-words.js';

/** Whether each typed word has a form in common with a word of the data. */
function finds(text: string, data: ApplicantData, by: 'forms' | 'similar' = 'forms'): boolean {
  const known = new Set(applicantWords(data).flatMap(({ forms }) => forms));
  const typed = searchedWords(text);
  return typed.length > 0 && typed.every((word) => word[by].some((form) => known.has(form)));
}

const viktor: ApplicantData = {
  name: 'Черёмушкин Виктор Павлович',
  contact: 'Viktor.Ch@Example.org',
  phone: '8 (924) 000-41-07',
  address: '678900, г. Алдан, ул. Маяковского, д. 18, кв. 6',
};

describe('an applicant is found by', () => {
  it.each([
    'черемушкин',
    'ЧЕРЁМУШКИН',
    'чер',
    'Черем Викт',
    'виктор павлович',
    'Черёмушкин В. П.',
    '+7 924 000 41 07',
    '89240004107',
    '41-07',
    '0004107',
    'viktor.ch@example.ORG',
    'маяковского 18',
    'Маяковского 18 кв 6',
    'черемушкин маяковского',
    'черемушкин 41-07',
  ])('%s', (text) => {
    expect(finds(text, viktor)).toBe(true);
  });
});

describe('an applicant is not found by', () => {
  it.each([
    'че',
    'черных',
    'черемушкина',
    '41-08',
    'маяковского 19',
    'петр@example.org',
    'черемушкин петр',
    'в',
    '',
    '.,',
  ])('%s', (text) => {
    expect(finds(text, viktor)).toBe(false);
  });
});

it('finds a short surname whole only', () => {
  expect(['ли', 'лин'].map((text) => finds(text, { name: 'Ли Павел' }))).toEqual([true, false]);
});

it.each([
  ['a missing letter', 'черемшкин', true],
  ['an additional letter', 'черемушкина', true],
  ['a wrong letter', 'черемушкен', true],
  ['two transposed letters', 'чермеушкин', true],
  ['two missing letters', 'чрмушкин', false],
])('finds a word with %s by its likeness: %s, %s', (_, text, isFound) => {
  expect([finds(text, viktor), finds(text, viktor, 'similar')]).toEqual([false, isFound]);
});

it('has no form in common for words of different kinds', () => {
  const [address] = applicantWords({ address: 'Иванов' });
  const [name] = applicantWords({ name: 'Иванов' });
  expect(name!.forms.filter((form) => address!.forms.includes(form))).toEqual([]);
});

it('pads the forms of a word to a multiple of eight, the same each time', () => {
  const words = applicantWords(viktor);
  expect(words.map(({ forms }) => forms.length % 8)).toEqual(words.map(() => 0));
  expect(applicantWords(viktor)).toEqual(words);
});

it('knows Sakha letters, and no account of a network', () => {
  expect(finds('Һарыйа', { name: 'Һарыйа Үөрэх' })).toBe(true);
  expect(applicantWords({ contact: 'VK 1234567' })).toEqual([]);
});
