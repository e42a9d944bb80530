import { Injectable } from '@nestjs/common';
import { compact } from '@otklik/kernel';
import { Database, PLATFORM, type Transaction } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { createHash, createHmac } from 'node:crypto';
import type { AccountFacts } from '../domain/account-state.js';

export interface Issued {
  readonly link: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

/** What is given to the official: a link of ours, or the address of the desk where another provider has the accounts. */
export type NewInvitation = {
  readonly link: string;
  /** The link was sent by e-mail. */
  readonly isSent: boolean;
} & (
  | { readonly issuer: null; readonly expiresAt: string }
  /** The provider that has the accounts. */
  | { readonly issuer: string; readonly expiresAt: null }
);

const DAY_MS = 86_400_000;
const SECRET_BYTES = 15;

interface AccountRow {
  readonly login: string;
  readonly has_password: boolean;
  readonly has_second_factor: boolean;
  readonly last_sign_in_at: Date | null;
  readonly invited_at: Date | null;
  readonly expires_at: Date | null;
  readonly used_at: Date | null;
}

/** Where the link leads and how long it is good. */
export abstract class InvitationSettings {
  /** Undefined: the link is a path. */
  abstract readonly publicUrl: string | undefined;
  abstract readonly invitationDays: number;
}

/** Accounts of the embedded provider. */
@Injectable()
export class Accounts {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    private readonly settings: InvitationSettings,
    secrets: Secrets,
  ) {
    this.key = secrets.of('invitation');
  }

  /** By login, on a transaction whose districts include the platform; a login without account or invitation is not in it. */
  async of(tx: Transaction, logins: readonly string[]): Promise<ReadonlyMap<string, AccountFacts>> {
    const { rows } = await tx.query<AccountRow>(
      `select asked.login, a.password is not null as has_password, a.totp is not null as has_second_factor,
         a.last_sign_in_at, i.created_at as invited_at, i.expires_at, i.used_at
       from unnest($2::text[]) as asked (login)
       left join administration.account a on a.district = $1 and a.login = asked.login
       left join lateral (select * from administration.invitation own
         where own.district = $1 and own.login = asked.login order by created_at desc, expires_at desc limit 1) i on true
       where a.login is not null or i.login is not null`,
      [PLATFORM, logins],
    );
    return new Map(rows.map((row) => [row.login, factsOf(row)]));
  }

  /**
   * Makes an invitation in a transaction of its own, and the earlier ones of the login unusable. `cause`: id of the command:
   * the same one gives the same link again. `at`: ISO 8601 UTC.
   */
  async invite(login: string, cause: string, at: string): Promise<Issued> {
    const secret = createHmac('sha256', this.key)
      .update(cause)
      .digest()
      .subarray(0, SECRET_BYTES)
      .toString('base64url');
    const expiresAt = new Date(Date.parse(at) + this.settings.invitationDays * DAY_MS).toISOString();
    await this.database.scope(PLATFORM).transaction(async (tx) => {
      const id = invitationId(secret);
      const { rowCount } = await tx.query(
        `insert into administration.invitation (district, id, login, created_at, expires_at) values ($1, $2, $3, $4, $5)
         on conflict (district, id) do nothing`,
        [PLATFORM, id, login, at, expiresAt],
      );
      if (rowCount === 0) return;
      await tx.query(
        `update administration.invitation set expires_at = least(expires_at, $4)
         where district = $1 and login = $2 and id <> $3 and used_at is null`,
        [PLATFORM, login, id, at],
      );
    });
    return { link: `${(this.settings.publicUrl ?? '').replace(/\/$/, '')}/oidc/invitation/${secret}`, expiresAt };
  }
}

function factsOf(row: AccountRow): AccountFacts {
  const { invited_at: at, expires_at: expiresAt, used_at: usedAt, last_sign_in_at: lastSignInAt } = row;
  return compact({
    hasPassword: row.has_password,
    hasSecondFactor: row.has_second_factor,
    lastSignInAt: lastSignInAt?.toISOString(),
    ...(at &&
      expiresAt && {
        invitation: { at: at.toISOString(), expiresAt: expiresAt.toISOString(), isUsed: usedAt !== null },
      }),
  });
}

/** Under which an invitation is stored: the secret of its link is not. */
export function invitationId(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
