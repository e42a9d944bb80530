import { expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { shortSha256 } from './sign-in-script.js';

it('makes the digests that the server makes', () => {
  const digest = new Function(`${shortSha256};return shortSha256;`)() as (text: string) => number;
  for (const text of [
    '',
    'a',
    'abc',
    'x'.repeat(55),
    ...Array.from({ length: 50 }, (_, n) => `Seed_-of-22-characters.${n * 7_919}`),
  ])
    expect([text, digest(text)]).toEqual([text, createHash('sha256').update(text).digest().readInt32BE(0)]);
});
