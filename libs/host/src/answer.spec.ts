import { expect, it } from '@jest/globals';
import { Refusal, VersionConflict } from '@otklik/kernel';
import { changeOf, readConsistencyToken, refusalAnswer, writeConsistencyToken } from './answer.js';
import { makeCursor, readCursor } from './cursor.js';
import { BadInput, Forbidden, NotFound } from './input.js';
import { readResidentToken, signResidentToken } from './resident-token.js';

const stream = '01930000-0000-7000-8000-000000000001';

it('turns a refusal into the answer, in the language of the caller', () => {
  expect(refusalAnswer(new Refusal('ALREADY_RATED'), 'ru')).toEqual({
    __typename: 'Refusal',
    code: 'ALREADY_RATED',
    message: 'Вы уже поставили оценку. Спасибо!',
  });
  expect(refusalAnswer(new VersionConflict(3, 5), 'en')).toMatchObject({
    code: 'VERSION_CONFLICT',
    current: 5,
  });
});

it('rethrows every other error', () => {
  expect(() => refusalAnswer(new Error('defect'), 'ru')).toThrow('defect');
  expect(() => refusalAnswer(new Refusal('NOT_IN_THE_LIST'), 'ru')).toThrow(Refusal);
});

it('answers FORBIDDEN for a right that is bound to another department', () => {
  expect(() => refusalAnswer(new Refusal('FORBIDDEN'), 'ru')).toThrow(Forbidden);
});

it('answers with the error of the field what only the time makes wrong', () => {
  const passed = new Refusal('DATE_IN_PAST', { field: 'until' });
  expect(() => refusalAnswer(passed, 'ru')).toThrow(new BadInput('DATE_IN_PAST', 'input.until'));
});

it('answers NOT_FOUND for a stream that does not exist, whatever version was expected', () => {
  expect(() => refusalAnswer(new Refusal('NOT_FOUND'), 'ru')).toThrow(NotFound);
  expect(() => refusalAnswer(new VersionConflict(3, 0), 'ru')).toThrow(NotFound);
});

it('names stream, appeal and version in the answer of a mutation, and repeats stream and version in its token', () => {
  const question = '01930000-0000-7000-8000-000000000002';
  const change = changeOf('routing', question, { version: 4, correlationId: stream, number: 'АЛД-1/26' });
  expect(change).toMatchObject({ id: question, appeal: stream, version: 4, number: 'АЛД-1/26' });
  expect(readConsistencyToken(change.consistencyToken)).toEqual({ service: 'routing', stream: question, version: 4 });
  expect(readConsistencyToken(undefined)).toBeUndefined();
});

it.each([
  '',
  '!',
  'я',
  writeConsistencyToken({ service: 'gateway' as never, stream, version: 1 }),
  'x'.repeat(100_000),
])('refuses a consistency token that no mutation has answered (%#)', (token) =>
  expect(() => readConsistencyToken(token)).toThrow('BAD_CONSISTENCY_TOKEN'),
);

it('refuses a cursor of another list, a forged one and one that is not a cursor', () => {
  const secret = Buffer.from('a secret');
  const cursor = makeCursor(secret, 'appeals/1/NEWEST', ['2026-11-24', 7]);
  expect(readCursor(secret, 'appeals/1/NEWEST', cursor)).toEqual(['2026-11-24', 7]);
  for (const wrong of [cursor.slice(0, -2), `A${cursor}`, '', 'я']) {
    expect(() => readCursor(secret, 'appeals/1/NEWEST', wrong)).toThrow('BAD_CURSOR');
  }
  expect(() => readCursor(secret, 'appeals/2/NEWEST', cursor)).toThrow('BAD_CURSOR');
  expect(() => readCursor(Buffer.from('other'), 'appeals/1/NEWEST', cursor)).toThrow('BAD_CURSOR');
});

it("opens a resident's token for fifteen minutes and under its own key only", async () => {
  const key = Buffer.alloc(32, 1);
  const claims = { district: 1, appeal: stream, person: stream };
  const { token, expiresAt } = await signResidentToken(key, claims, '2026-11-24T10:00:00.000Z');
  expect(expiresAt).toBe('2026-11-24T10:15:00.000Z');
  const read = await readResidentToken(key, token, '2026-11-24T10:14:00.000Z');
  expect(read).toEqual({ ...claims, expiresAt: Date.parse(expiresAt) });
  await expect(readResidentToken(key, token, '2026-11-24T10:16:00.000Z')).rejects.toThrow('exp');
  await expect(readResidentToken(Buffer.alloc(32, 2), token, '2026-11-24T10:01:00.000Z')).rejects.toThrow();
});
