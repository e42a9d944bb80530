import { entityManagers, PLATFORM, type Database } from '@otklik/tenancy';
import { LessThan, type Repository } from 'typeorm';
import { SessionRow } from './session-table.js';
import type { SessionStore } from './sessions.js';

/** Sessions are the platform's: one sign-in may hold rights in several districts. */
const district = PLATFORM;

export async function postgresSessionStore(database: Database): Promise<SessionStore> {
  const managers = await entityManagers([SessionRow]);
  const inTable = <Result>(work: (table: Repository<SessionRow>) => Promise<Result>): Promise<Result> =>
    database.scope(district).transaction((tx) => work(managers(tx).getRepository(SessionRow)));
  return {
    add: (session) => inTable(async (table) => void (await table.insert({ ...session, district }))),
    find: (id) => inTable(async (table) => (await table.findOneBy({ district, id })) ?? undefined),
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
