import { expect, it } from '@jest/globals';
import { limitAttempts, openAttemptLimiter } from './attempts.js';

it('limits requests for links by the sender’s network, whatever the appeal', async () => {
  const none = { perAddress: 0, overall: 0, codeTries: 0, allCodeTries: 0 };
  const limit = limitAttempts(openAttemptLimiter({ ...none, linkTries: 2 }));
  const ask = (number: string, address: string, field = 'requestFollowUpLink') =>
    limit({ field, args: { input: { number } }, address }, async () => 'asked');
  expect([await ask('1', '192.0.2.1'), await ask('2', '192.0.2.1')]).toEqual(['asked', 'asked']);
  await expect(ask('3', '192.0.2.1')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await ask('3', '198.51.100.7')).toBe('asked');
  expect(await ask('3', '192.0.2.1', 'districts')).toBe('asked');
});

it('counts the tries of a code by the number, however it is typed', async () => {
  const none = { perAddress: 0, overall: 0, allCodeTries: 0, linkTries: 0 };
  const limit = limitAttempts(openAttemptLimiter({ ...none, codeTries: 2 }));
  const attempt = (number: string) =>
    limit({ field: 'openAppeal', args: { district: 'aldan', number }, address: '192.0.2.1' }, async () => ({
      failed: true,
    }));
  // Latin, then Cyrillic letters of the same shape in small type, without the dash.
  await attempt('7KMA9-2CXPA');
  await attempt(' 7кма9 2схра');
  await expect(attempt('7KMА9–2СXPA')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await expect(attempt('7KMA8-2CXPA')).resolves.toEqual({ failed: true });
});
