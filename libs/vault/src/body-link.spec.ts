import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { bodyLink, readBodyLink } from './body-link.js';

const key = randomBytes(32);
const ids = { question: randomUUID(), letter: randomUUID() };
const link = bodyLink(key, 1, ids);
const bytes = Buffer.from(link, 'base64url');

it('is read as it was made, and again the same', () => {
  expect(readBodyLink(key, 1, link)).toEqual(ids);
  expect(bodyLink(key, 1, ids)).toBe(link);
  expect(link).toMatch(/^[\w-]{64}$/);
});

it.each([
  ['of another district', bodyLink(key, 2, ids)],
  ['of another key', bodyLink(randomBytes(32), 1, ids)],
  ['of another question', Buffer.concat([randomBytes(16), bytes.subarray(16)]).toString('base64url')],
  [
    'of another letter',
    Buffer.concat([bytes.subarray(0, 16), randomBytes(16), bytes.subarray(32)]).toString('base64url'),
  ],
  ['cut', link.slice(0, -2)],
  ['empty', ''],
  ['no base64', '%%%'],
])('is none: %s', (_, typed) => expect(readBodyLink(key, 1, typed)).toBeUndefined());
