import { randomBytes } from 'node:crypto';
import { beforeEach, expect, it } from '@jest/globals';
import { anyone } from '@otklik/tenancy';
import { ResidentSessions } from './resident-sessions.js';
import { SealedCookie } from './sealed-cookie.js';
import { Sessions, type Session, type SessionStore } from './sessions.js';

const key = randomBytes(32);
const origin = new URL('https://otklik.example');
const issuer = new URL('https://id.example/');
const cookie = new SealedCookie(key, origin, 'resident');
const official = new SealedCookie(key, origin);
const signedIn = { subject: '1000571421', name: 'Иванов Пётр', idToken: 'unused' };
const active = { active: true };

let table: Map<string, Session>;
let now: number;
let seen: number[];
let sessions: Sessions;
let residents: ResidentSessions;

const storeOf = (): SessionStore => ({
  add: async (session) => void table.set(session.id, session),
  find: async (id) => table.get(id),
  see: async (_, at) => void seen.push(at.getTime()),
  remove: async (id) => void table.delete(id),
  removeAllOf: async () => undefined,
  removeEnded: async () => undefined,
});

beforeEach(() => {
  table = new Map();
  seen = [];
  now = Date.parse('2026-11-27T03:00:00.000Z');
  sessions = new Sessions(storeOf(), { idleMs: 60_000, maxMs: 3_600_000 }, () => new Date(now));
  residents = new ResidentSessions({ sessions, cookie, key, issuer });
});

const begun = async (before?: string) => (await residents.begin(before, signedIn, 'sealed')).split(';')[0]!;

it('identifies the resident by issuer, subject and name, until the session ends', async () => {
  const cookies = await begun();
  const identified = { subject: 'https://id.example/ 1000571421', name: 'Иванов Пётр' };
  expect(await residents.identity(cookies, active)).toMatchObject({ actor: { kind: 'anyone', identified } });
  now += 60_000;
  expect(await residents.identity(cookies, active)).toEqual({ actor: anyone });
  expect(await residents.identity('other=1', active)).toBeUndefined();
});

it('keeps neither subject nor name in clear', async () => {
  await begun();
  expect(JSON.stringify([...table.values()])).not.toMatch(/1000571421|Иванов/);
});

it('keeps one keyed hash for all sessions of a resident', async () => {
  await begun();
  await begun();
  await residents.begin(undefined, { ...signedIn, subject: '1000571422' }, 'sealed');
  const subjects = [...table.values()].map(({ subject }) => subject);
  expect(subjects).toEqual([expect.stringMatching(/^[\w-]{43}$/), subjects[0], expect.stringMatching(/^[\w-]{43}$/)]);
  expect(subjects[2]).not.toBe(subjects[0]);
});

it('goes on with what its owner does, not with what the page asks by itself', async () => {
  const long = new Sessions(storeOf(), { idleMs: 3_600_000, maxMs: 9_000_000 }, () => new Date(now));
  residents = new ResidentSessions({ sessions: long, cookie, key, issuer });
  const cookies = await begun();
  const begunAt = now;
  now += 90_000;
  const byItself = await residents.identity(cookies, { active: false });
  expect([byItself?.expiresAt, seen]).toEqual([begunAt + 3_600_000, []]);
  await residents.identity(cookies, active);
  expect(seen).toEqual([now]);
});

it('begins under a new secret, and ends the session that the browser brought', async () => {
  const before = await begun();
  const after = await begun(before);
  expect(after).not.toBe(before);
  expect(table.size).toBe(1);
  expect((await residents.end(after))?.idToken).toBe('sealed');
  expect(table.size).toBe(0);
});

it('takes no session of an official for a resident’s, and none the other way round', async () => {
  const secret = await sessions.open({ subject: 'moderator', isResident: false, idToken: null, profile: null });
  expect(await residents.identity(cookie.set(secret).split(';')[0], active)).toEqual({ actor: anyone });
  // Nor one whose kind, or whose profile, was changed in the table.
  for (const change of [{ isResident: false }, { profile: null }]) {
    const cookies = await begun();
    const [id, session] = [...table].at(-1)!;
    table.set(id, { ...session, ...change });
    expect(await residents.identity(cookies, active)).toEqual({ actor: anyone });
  }
  const moved = (await begun()).replace(cookie.name, official.name);
  expect(official.read(moved)).toBeUndefined();
});
