import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { followUpLink, readFollowUpLink } from './follow-up-link.js';

const key = randomBytes(32);
const id = randomUUID();
const link = followUpLink(key, 1, id);

it('is read as it was made, and again the same', () => {
  expect(readFollowUpLink(key, 1, link)).toBe(id);
  expect(followUpLink(key, 1, id)).toBe(link);
  expect(link).toMatch(/^[\w-]{43}$/);
});

it.each([
  ['of another district', followUpLink(key, 2, id)],
  ['of another key', followUpLink(randomBytes(32), 1, id)],
  [
    'of another id under this secret',
    Buffer.concat([randomBytes(16), Buffer.from(link, 'base64url').subarray(16)]).toString('base64url'),
  ],
  ['cut', link.slice(0, -2)],
  ['empty', ''],
  ['no base64', '%%%'],
])('is none: %s', (_, typed) => expect(readFollowUpLink(key, 1, typed)).toBeUndefined());
