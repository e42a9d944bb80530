import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { openOfficialEmail, sealOfficialEmail } from './official-email.js';

it('opens for the same official by the same key, and for no one else', () => {
  const key = randomBytes(32);
  const sealed = sealOfficialEmail(key, 'ivanova', 'ivanova@aldan.example');
  expect(sealed).not.toContain('ivanova');
  expect(openOfficialEmail(key, 'ivanova', sealed)).toBe('ivanova@aldan.example');
  expect(() => openOfficialEmail(key, 'petrov', sealed)).toThrow();
  expect(() => openOfficialEmail(randomBytes(32), 'ivanova', sealed)).toThrow();
});
