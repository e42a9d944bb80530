import { expect, it } from '@jest/globals';
import { applicantName, shortDepartment, shortName, shortSettlement, surname } from './names.js';

it('shortens the name of an applicant in either order, and leaves one without a patronymic whole', () => {
  expect(applicantName('Седых Пётр Ильич')).toBe('Седых П. И.');
  expect(applicantName('Виктория Павловна Старостина')).toBe('Старостина В. П.');
  expect(applicantName('Пётр Седых')).toBe('Пётр Седых');
  expect(applicantName('Ли')).toBe('Ли');
});

it('takes the surname from the end of the name', () => {
  expect(surname('Елена Викторовна Громова')).toBe('Громова');
});

it('shortens all names but the surname', () => {
  expect(shortName('Елена Викторовна Громова')).toBe('Е. В. Громова');
  expect(shortName('Ли')).toBe('Ли');
});

it('drops the kind of a settlement and its second name', () => {
  expect(shortSettlement('с. Хатыстыр (Хатыстыыр)')).toBe('Хатыстыр');
  expect(shortSettlement('Нижний Куранах')).toBe('Нижний Куранах');
});

it('drops the word that all departments begin with', () => {
  expect(shortDepartment('Отдел жилищных отношений')).toBe('Жилищных отношений');
  expect(shortDepartment('Управление образования')).toBe('Образования');
});
