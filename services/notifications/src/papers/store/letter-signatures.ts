import { Injectable } from '@nestjs/common';
import type { SignatureLevel } from '@otklik/contracts/enumerations';
import { Database, type Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';

export interface KeptSignature {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Who may sign a letter, and about whose question. */
export interface Signing {
  readonly signatory: string | null;
  readonly department: string | null;
}

/** Of a certificate: its number, whose it is, and its term (ISO 8601 UTC). */
export interface SigningTerm {
  readonly number: string;
  readonly owner: string;
  readonly from: string;
  readonly until: string;
}

interface SealedRow {
  readonly sha256: string;
  readonly sealed: string;
}

const FIELD = 'letterSignature';

/** Electronic signatures over the sheets of letters, sealed as the sheets are. What is kept once is never changed. */
@Injectable()
export class LetterSignatures {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  seal(
    letter: { readonly district: number; readonly person: string; readonly notice: string },
    { bytes }: Pick<KeptSignature, 'bytes'>,
  ) {
    const { district, person, notice } = letter;
    return this.vault.seal(district, person, notice, FIELD, Buffer.from(bytes).toString('base64'));
  }

  async keep(
    tx: Transaction,
    district: number,
    notice: string,
    kept: { readonly sha256: string; readonly sealed: string },
  ) {
    await tx.query(
      `insert into notifications.letter_signature (district, notice, sha256, sealed) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [district, notice, kept.sha256, kept.sealed],
    );
  }

  /** By e-mail it leaves now; on the page it is there. */
  async release(tx: Transaction, district: number, notice: string): Promise<void> {
    await tx.query(
      `update notifications.delivery set awaits_signature = false, next_at = clock_timestamp(),
         state = case when way = 'PAGE' then 'DONE' else state end
       where district = $1 and notice = $2 and state = 'PENDING' and awaits_signature`,
      [district, notice],
    );
  }

  /** All of a letter, in no order; none of an erased person's. */
  async of(district: number, notice: string): Promise<readonly KeptSignature[]> {
    const { rows } = await this.database
      .scope(district)
      .query<SealedRow>(
        'select sha256, sealed from notifications.letter_signature where district = $1 and notice = $2 order by sha256',
        [district, notice],
      );
    return this.opened(district, notice, rows);
  }

  /** As `of`, those that are on record with one of the levels: what is kept was not always recorded. */
  async ofRecord(
    district: number,
    notice: string,
    levels: readonly SignatureLevel[],
  ): Promise<readonly KeptSignature[]> {
    const { rows } = await this.database.scope(district).query<SealedRow>(
      `select s.sha256, s.sealed from notifications.letter_signature s
       where s.district = $1 and s.notice = $2 and exists (select from notifications.event e
         where e.district = s.district and e.stream = s.notice and e.type = 'SignatureAttached'
           and e.data->>'signature' = s.sha256 and e.data->>'level' = any($3))
       order by s.sha256`,
      [district, notice, levels],
    );
    return this.opened(district, notice, rows);
  }

  /** Certificates of the signatures that are on record as TRUSTED, each once; none of an erased person's. */
  async certificates(district: number, notice: string): Promise<readonly SigningTerm[]> {
    const { rows } = await this.database
      .scope(district)
      .query<{ id: string; signer: string } & Omit<SigningTerm, 'owner'>>(
        `select distinct on (data->'certificate'->>'thumbprint') id, data->>'signer' as signer,
         data->'certificate'->>'number' as number, data->'certificate'->>'from' as "from", data->'certificate'->>'until' as until
       from notifications.event where district = $1 and stream = $2 and type = 'SignatureAttached' and data->>'level' = 'TRUSTED'
       order by data->'certificate'->>'thumbprint', version`,
        [district, notice],
      );
    const opened = await Promise.all(
      rows.map(async ({ id, signer, ...certificate }) => {
        const owner = await this.vault.open(district, signer, { eventId: id, field: 'signer' });
        return owner === undefined ? [] : [{ ...certificate, owner }];
      }),
    );
    return opened.flat();
  }

  private async opened(
    district: number,
    notice: string,
    rows: readonly SealedRow[],
  ): Promise<readonly KeptSignature[]> {
    const opened = await Promise.all(
      rows.map(async ({ sha256, sealed }) => {
        const text = await this.vault.open(district, sealed, { eventId: notice, field: FIELD });
        return text === undefined ? [] : [{ sha256, bytes: new Uint8Array(Buffer.from(text, 'base64')) }];
      }),
    );
    return opened.flat();
  }

  async signing(district: number, notice: string): Promise<Signing | undefined> {
    const { rows } = await this.database.scope(district).query<Signing>(
      `select d.signatory, (select department from notifications.question q
         where q.district = d.district and q.question = d.question) as department
       from notifications.delivery d where d.district = $1 and d.notice = $2`,
      [district, notice],
    );
    return rows[0];
  }
}
