import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';

/** The letter for which it was confirmed. */
interface Confirmed {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly person: string;
}

const FIELD = 'dative';

/** The dative of an applicant's name, once a clerk has confirmed it: for the next letters to this person, and erased with him. */
@Injectable()
export class ConfirmedDatives {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** In place of what was confirmed before. Throws `KeyDestroyed` for an erased person. */
  async keep({ district, notice, appeal, person }: Confirmed, name: string, dative: string): Promise<void> {
    const sealed = await this.vault.seal(district, person, notice, FIELD, JSON.stringify([name, dative]));
    await this.database.scope(district).query(
      `update notifications.applicant set dative = case when appeal = $3 then $4 end
       where district = $1 and person = $2 and (appeal = $3 or dative is not null) and not erased`,
      [district, person, appeal, sealed],
    );
  }

  /** Of this very name: another one of the same person was not confirmed. */
  async of(district: number, person: string, name: string): Promise<string | undefined> {
    const { rows } = await this.database.scope(district).query<{ sealed: string }>(
      `select dative as sealed from notifications.applicant
         where district = $1 and person = $2 and dative is not null and not erased limit 1`,
      [district, person],
    );
    const text = rows[0] && (await this.vault.open(district, rows[0].sealed, { field: FIELD }));
    const [of, dative] = text === undefined ? [] : (JSON.parse(text) as readonly [string, string]);
    return of === name ? dative : undefined;
  }
}
