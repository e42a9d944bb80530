import { expect, it } from '@jest/globals';
import { Sessions, type Session } from './sessions.js';

const now = new Date('2026-11-30T03:00:10.500Z');

async function createdAt(authenticatedAt?: number): Promise<string> {
  const added: Session[] = [];
  const store = {
    ...{ see: async () => {}, remove: async () => {}, removeAllOf: async () => {}, removeEnded: async () => {} },
    add: async (session: Session) => void added.push(session),
    find: async () => undefined,
  };
  const sessions = new Sessions(store, { idleMs: 1_000, maxMs: 10_000 }, () => now);
  const owner = { subject: 'head', isResident: false, idToken: null, profile: null };
  await sessions.open(owner, authenticatedAt);
  return added[0]!.createdAt.toISOString();
}

it('counts from when the provider saw the password, to the second, and not from later than now', async () => {
  const second = Date.parse('2026-11-30T03:00:10.000Z') / 1_000;
  expect(await createdAt()).toBe('2026-11-30T03:00:10.500Z');
  expect(await createdAt(second)).toBe('2026-11-30T03:00:10.500Z');
  expect(await createdAt(second - 9)).toBe('2026-11-30T03:00:01.999Z');
  expect(await createdAt(second + 60)).toBe('2026-11-30T03:00:10.500Z');
});
