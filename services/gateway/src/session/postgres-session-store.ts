import { entityManagers, PLATFORM, type Database } from '@otklik/tenancy';
import { LRUCache } from 'lru-cache';
import { LessThan, MoreThan, type EntityManager, type Repository } from 'typeorm';
import { SessionRow, SignInEndRow } from './session-table.js';
import type { SessionStore } from './sessions.js';

/** Sessions are the platform's: one sign-in may hold rights in several districts. */
const district = PLATFORM;
const KNOWN_TTL_MS = 3_000;
const MAX_KNOWN = 1_000;

export async function postgresSessionStore(database: Database): Promise<SessionStore> {
  const managers = await entityManagers([SessionRow, SignInEndRow]);
  const inTable = <Result>(
    work: (table: Repository<SessionRow>, tables: EntityManager) => Promise<Result>,
  ): Promise<Result> =>
    database.scope(district).transaction((tx) => work(managers(tx).getRepository(SessionRow), managers(tx)));
  return {
    add: (session) => inTable(async (table) => void (await table.insert({ ...session, district }))),
    find: (id) =>
      inTable(async (table, tables) => {
        const session = await table.findOneBy({ district, id });
        return session && !(await hasEnded(tables, session)) ? session : undefined;
      }),
    see: (id, at) => inTable(async (table) => void (await table.update({ district, id }, { seenAt: at }))),
    remove: (id) => inTable(async (table) => void (await table.delete({ district, id }))),
    removeAllOf: (subject) => inTable(async (table) => void (await table.delete({ district, subject }))),
    removeEnded: (now, idleSince) =>
      inTable(async (table) => {
        await table.delete({ district, expiresAt: LessThan(now) });
        await table.delete({ district, seenAt: LessThan(idleSince) });
      }),
  };
}

/** The official has got a new password since. */
function hasEnded(tables: EntityManager, { subject: login, isResident, createdAt }: SessionRow): Promise<boolean> {
  return isResident ? Promise.resolve(false) : isEnded(tables, login, createdAt);
}

function isEnded(tables: EntityManager, login: string, signedInAt: Date): Promise<boolean> {
  return tables.existsBy(SignInEndRow, { district, login, at: MoreThan(signedInAt) });
}

/** Whether what a login signed in to at a time has ended, as it was a few seconds ago. */
export async function endedSignIns(database: Database): Promise<(login: string, signedInAt: Date) => Promise<boolean>> {
  const managers = await entityManagers([SignInEndRow]);
  const known = new LRUCache<string, Promise<boolean>>({ max: MAX_KNOWN, ttl: KNOWN_TTL_MS });
  return (login, signedInAt) => {
    const key = `${signedInAt.getTime()} ${login}`;
    const before = known.get(key);
    if (before) return before;
    const asked = database.scope(district).transaction((tx) => isEnded(managers(tx), login, signedInAt));
    known.set(key, asked);
    // An outage is not remembered.
    asked.catch(() => known.delete(key));
    return asked;
  };
}
