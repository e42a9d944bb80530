import { Injectable } from '@nestjs/common';
import { Database, entityManagers, PLATFORM } from '@otklik/tenancy';
import { type EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import { AccountRow, InvitationRow, ProviderItemRow, SignInEndRow } from './account-tables.js';

/** What an official signs in with at the embedded provider. Rights are not in it: the directory has them. */
export interface Account {
  readonly login: string;
  /** argon2id; absent until the invitation is used. */
  readonly password: string | null;
  /** Secret of the second factor, sealed; absent until the official has set one up. */
  readonly totp: string | null;
}

const managers = entityManagers([AccountRow, InvitationRow, ProviderItemRow, SignInEndRow]);
const district = PLATFORM;
const open = (id: string, now: Date) => ({ district, id, usedAt: IsNull(), expiresAt: MoreThan(now) });

@Injectable()
export class Credentials {
  constructor(private readonly database: Database) {}

  find(login: string): Promise<Account | undefined> {
    return this.inTables(async (tables) => (await tables.findOneBy(AccountRow, { district, login })) ?? undefined);
  }

  /** The login of an invitation that is neither used nor past its end at `now`. */
  invited(invitation: string, now: Date): Promise<string | undefined> {
    return this.inTables(async (tables) => (await tables.findOneBy(InvitationRow, open(invitation, now)))?.login);
  }

  /**
   * Uses the invitation, sets the password, and ends all that the login is signed in to, all or nothing. Answers the login; undefined
   * when it is not open.
   */
  accept(invitation: string, password: string, now: Date): Promise<string | undefined> {
    return this.inTables(async (tables) => {
      // The update's condition decides between two that come at once.
      const { affected } = await tables.update(InvitationRow, open(invitation, now), { usedAt: now });
      if (affected !== 1) return undefined;
      const { login } = await tables.findOneByOrFail(InvitationRow, { district, id: invitation });
      const account = { district, login, createdAt: now };
      await tables.createQueryBuilder().insert().into(AccountRow).values(account).orIgnore().execute();
      // A new password is set because the old one is lost, or the telephone with it.
      await tables.update(
        AccountRow,
        { district, login },
        { password, passwordSetAt: now, totp: null, totpLastCounter: null },
      );
      await endSignIns(tables, login, now);
      return login;
    });
  }

  /**
   * Takes up a second factor and the time step of its first code. False, and nothing is changed, when the account has one already
   * or its password is no longer `account.password`.
   */
  setSecondFactor({ login, password }: Account, totp: string, timeStep: number): Promise<boolean> {
    return this.inTables(async (tables) => {
      // The condition decides between two that come at once, and refuses a page opened with an earlier password.
      const unset = { district, login, password: password ?? IsNull(), totp: IsNull() };
      const { affected } = await tables.update(AccountRow, unset, { totp, totpLastCounter: timeStep });
      return affected === 1;
    });
  }

  /** False when a code of this or a later time step was used before. */
  useCode(login: string, timeStep: number): Promise<boolean> {
    return this.inTables(async (tables) => {
      const { affected } = await tables
        .createQueryBuilder()
        .update(AccountRow)
        .set({ totpLastCounter: timeStep })
        .where({ district, login })
        .andWhere([{ totpLastCounter: IsNull() }, { totpLastCounter: LessThan(timeStep) }])
        .execute();
      return affected === 1;
    });
  }

  /** False when the password is no longer `account.password`. */
  signedIn({ login, password }: Account, at: Date): Promise<boolean> {
    return this.inTables(async (tables) => {
      const proven = { district, login, password: password ?? IsNull() };
      const { affected } = await tables.update(AccountRow, proven, { lastSignInAt: at });
      return affected === 1;
    });
  }

  private inTables<Result>(work: (tables: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.scope(district).transaction(async (tx) => work((await managers)(tx)));
  }
}

/** Those of before the new password: sessions of browsers, which the gateway then ends, and sign-ins that are not finished. */
async function endSignIns(tables: EntityManager, login: string, at: Date): Promise<void> {
  await tables.upsert(SignInEndRow, { district, login, at }, ['district', 'login']);
  await tables
    .createQueryBuilder()
    .delete()
    .from(ProviderItemRow)
    .where({ district })
    .andWhere(`:login in (payload->>'accountId', payload#>>'{result,login,accountId}')`, { login })
    .execute();
}
