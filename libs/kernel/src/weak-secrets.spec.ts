import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { weaknessOfKey, weaknessOfText } from './weak-secrets.js';

it.each([
  ['', 'at least 16'],
  ['a secret', 'at least 16'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'repeats'],
  ['abababababababababababab', 'repeats'],
  ['change-me-before-you-start', 'example'],
  ['<32 bytes in base64, of openssl>', 'example'],
  ['our-password-of-the-database', 'example'],
])('refuses the secret "%s"', (secret, why) => expect(weaknessOfText(secret)).toContain(why));

it.each([
  ['of zeros', Buffer.alloc(32)],
  ['of one byte', Buffer.alloc(32, 7)],
  ['of two bytes', Buffer.alloc(32, 'ab')],
  ['that counts', Buffer.from(Array.from({ length: 32 }, (_, at) => at))],
  ['of one word', Buffer.alloc(32, 'changeme')],
])('refuses a key %s', (_, key) => expect(weaknessOfKey(key)).toContain('not random'));

it('takes what is random', () => {
  for (let at = 0; at < 2_000; at += 1) {
    const key = randomBytes(32);
    expect(weaknessOfKey(key)).toBeUndefined();
    expect(weaknessOfText(key.toString('base64'))).toBeUndefined();
    expect(weaknessOfText(key.toString('hex'))).toBeUndefined();
  }
});
