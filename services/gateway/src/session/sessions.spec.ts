import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sessions, type Session, type SessionStore } from './sessions.js';

const now = new Date('2026-11-30T03:00:10.500Z');

async function createdAt(authenticatedAt?: number): Promise<string> {
  const added: Session[] = [];
  const store = {
    see: async () => {},
    remove: async () => {},
    removeAllOf: async () => {},
    removeEnded: async () => {},
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

describe('the session of a browser', () => {
  const MINUTE_MS = 60_000;
  const limits = { idleMs: 30 * MINUTE_MS, maxMs: 90 * MINUTE_MS };
  const owner = { subject: 'head', isResident: false, idToken: null, profile: null };
  let at: number;
  let table: Map<string, Session>;
  let reads: number;
  let removed: string[];
  let sessions: Sessions;

  /** Of each replica its own. */
  const replica = (): Sessions => {
    const store: SessionStore = {
      add: async (session) => void table.set(session.id, session),
      find: async (id) => ((reads += 1), table.get(id)),
      see: async (id, seenAt) => void table.set(id, { ...table.get(id)!, seenAt }),
      remove: async (id) => void table.delete(id),
      removeAllOf: async (subject) => {
        for (const [id, session] of table) if (session.subject === subject) table.delete(id);
      },
      removeEnded: async (end, idle) => void removed.push(`${end.toISOString()} ${idle.toISOString()}`),
    };
    return new Sessions(store, limits, () => new Date(at));
  };

  beforeEach(() => {
    at = Date.parse('2026-11-30T03:00:00.000Z');
    jest.spyOn(performance, 'now').mockImplementation(() => at);
    [table, reads, removed] = [new Map(), 0, []];
    sessions = replica();
  });
  afterEach(() => void jest.restoreAllMocks());

  /** The cache reads its clock once in a millisecond. */
  const pass = async (ms: number): Promise<void> => {
    at += ms;
    await sleep(3);
  };
  const isValid = async (secret: string, active = false) => (await sessions.find(secret, { active })) !== undefined;

  it('is found by a secret of 256 bits, of which the table holds a hash alone', async () => {
    const secret = await sessions.open(owner);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const [stored] = [...table.values()];
    expect(stored).toMatchObject({ ...owner, seenAt: new Date(at), expiresAt: new Date(at + limits.maxMs) });
    expect(stored!.id).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect([await isValid(secret), await isValid(`${secret}a`)]).toEqual([true, false]);
  });

  it('removes what has ended when another begins', async () => {
    await sessions.open(owner);
    expect(removed).toEqual(['2026-11-30T03:00:00.000Z 2026-11-30T02:30:00.000Z']);
  });

  it('ends when its owner does nothing for the idle time, to the millisecond', async () => {
    const [secret, other] = [await sessions.open(owner), await sessions.open(owner)];
    await pass(limits.idleMs - 1);
    expect(await isValid(secret)).toBe(true);
    await pass(1);
    expect([await isValid(secret), await isValid(other, true)]).toEqual([false, false]);
  });

  it('goes on with what its owner does, and ends after the longest time all the same', async () => {
    const secret = await sessions.open(owner);
    for (let minutes = 0; minutes < 75; minutes += 25) {
      expect(await isValid(secret, true)).toBe(true);
      await pass(25 * MINUTE_MS);
    }
    expect(await isValid(secret, true)).toBe(true);
    await pass(15 * MINUTE_MS - 1);
    expect(await isValid(secret, true)).toBe(true);
    await pass(1);
    expect(await isValid(secret, true)).toBe(false);
  });

  it('is written as seen once a minute, and at once in this process', async () => {
    const secret = await sessions.open(owner);
    const seenAt = () => [...table.values()][0]!.seenAt.getTime();
    const begunAt = at;
    await pass(MINUTE_MS - 1);
    await isValid(secret, true);
    expect(seenAt()).toBe(begunAt);
    await pass(1);
    await isValid(secret);
    expect(seenAt()).toBe(begunAt);
    await isValid(secret, true);
    expect(seenAt()).toBe(at);
    const before = reads;
    expect((await sessions.find(secret, { active: false }))?.seenAt).toEqual(new Date(at));
    expect(reads).toBe(before);
  });

  it('is read once in three seconds, so that its end elsewhere takes effect then', async () => {
    const secret = await sessions.open(owner);
    expect([await isValid(secret), await isValid(secret), reads]).toEqual([true, true, 1]);
    await replica().end(secret);
    await pass(2_900);
    expect([await isValid(secret), reads]).toEqual([true, 1]);
    await pass(200);
    expect([await isValid(secret), reads]).toEqual([false, 2]);
  });

  it('ends at once where it is ended, alone or with all of its owner', async () => {
    const secrets = [await sessions.open(owner), await sessions.open(owner)];
    const other = await sessions.open({ ...owner, subject: 'executor' });
    const valid = async () => [await isValid(secrets[0]!), await isValid(secrets[1]!), await isValid(other)];
    expect(await valid()).toEqual([true, true, true]);
    await sessions.end(secrets[0]!);
    expect(await valid()).toEqual([false, true, true]);
    await sessions.endAllOf('head');
    expect(await valid()).toEqual([false, false, true]);
    expect(table.size).toBe(1);
  });
});
