import { expect, it } from '@jest/globals';
import { returnPath } from './return-path.js';

it.each(['/desk/aldan', '/desk/aldan?list=MINE&order=DEADLINE', '/analysis', '/'])(
  'returns to our own path %s',
  (to) => {
    expect(returnPath(to)).toBe(to);
  },
);

it.each([1_000, 1_999])('returns to a path of 1 + %i characters, the most is 2,000', (length) => {
  const to = `/${'a'.repeat(length)}`;
  expect(returnPath(to)).toBe(to);
});

it('returns to a path with Cyrillic and spaces, percent-encoded', () => {
  expect(returnPath('/analysis?q=ветхое жильё')).toBe(
    '/analysis?q=%D0%B2%D0%B5%D1%82%D1%85%D0%BE%D0%B5%20%D0%B6%D0%B8%D0%BB%D1%8C%D1%91',
  );
});

it.each([
  'https://evil.example/',
  '//evil.example/desk',
  '/\\evil.example',
  '/desk\\..\\..//evil.example',
  '/..//evil.example',
  '/\t/evil.example',
  '/\u0085/evil.example',
  ' //evil.example',
  `/${'щ'.repeat(500)}`,
  '\\\\evil.example',
  'javascript:alert(1)',
  '/session/sign-out',
  'desk',
  '',
  `/${'a'.repeat(2_000)}`,
  `/${'a/../'.repeat(500)}analysis`,
  undefined,
  ['/analysis'],
])('returns to the desk instead of %j', (to) => {
  expect(returnPath(to)).toBe('/desk');
});
