import { expect, it } from '@jest/globals';
import { returnPath } from './return-path.js';

it.each(['/desk/aldan', '/desk/aldan?list=MINE&order=DEADLINE', '/analysis', '/'])(
  'returns to our own path %s',
  (to) => {
    expect(returnPath(to)).toBe(to);
  },
);

it.each([
  'https://evil.example/',
  '//evil.example/desk',
  '/\\evil.example',
  '/desk\\..\\..//evil.example',
  '/..//evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/session/sign-out',
  'desk',
  '',
  `/${'a'.repeat(3_000)}`,
  undefined,
  ['/desk'],
])('returns to the desk instead of %j', (to) => {
  expect(returnPath(to)).toBe('/desk');
});
