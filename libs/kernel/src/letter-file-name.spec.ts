import { expect, it } from '@jest/globals';
import { letterFileName } from './letter-file-name.js';

it('names the file of a letter so that every file system takes it', () => {
  expect(letterFileName({ number: '02-11/118', on: '2026-11-24' })).toBe('Письмо № 02-11-118 от 24.11.2026.pdf');
  expect(letterFileName({ number: '<a>\\b:"*?|\n1', on: '2026-11-24' })).toBe(
    'Письмо № -a--b------1 от 24.11.2026.pdf',
  );
});
