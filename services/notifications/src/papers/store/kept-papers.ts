import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@otklik/contracts/enumerations';
import { Database, type Transaction } from '@otklik/tenancy';
import { FILE_KEY_BYTES, openFile, sealedChunks, sealFile, Vault } from '@otklik/vault';

/** The sheet of a numbered letter. Nothing of it is personal. */
export interface KeptPaper {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly kind: NoticeKind;
  /** In the outgoing series, and the day that the letter bears: `2026-11-24`. */
  readonly number: string;
  readonly datedOn: string;
  /** By which the sheet names itself to anyone who checks it. */
  readonly code: string;
  /** Of the PDF, in hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  /** ISO 8601 UTC. */
  readonly keptAt: string;
}

export interface CheckedPaper extends KeptPaper {
  /** Its letter was taken back: it has no force. */
  readonly annulled: boolean;
}

/** A kept letter that can be opened. */
export interface ReadablePaper {
  /** Of the notice. */
  readonly id: string;
  readonly number: string;
  /** Of the question that it is about. */
  readonly department: string | null;
  readonly annulled: boolean;
  /** With a signature that is TRUSTED. */
  readonly marked: boolean;
}

export interface PaperToKeep extends Omit<KeptPaper, 'sha256' | 'size' | 'keptAt'> {
  /** Of the applicant: with that key the bytes can be read no longer. */
  readonly person: string;
  readonly pdf: Uint8Array;
}

/** In the same transaction as the sheet. */
type Beside = (tx: Transaction) => Promise<void>;

interface SealedRow {
  readonly key: string | null;
  readonly bytes: Buffer | null;
}

const FACTS = `district, notice, appeal, kind, number, to_char(dated_on, 'YYYY-MM-DD') as "datedOn", code, sha256, size,
  to_char(kept_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "keptAt"`;

const KEY_FIELD = 'paperKey';

/** PDFs of letters: what is kept once is given for ever, byte by byte, and none is made a second time. */
@Injectable()
export class KeptPapers {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Answers false, and keeps nothing, where the letter has its sheet. Throws `KeyDestroyed` for an erased person. */
  async keep(paper: PaperToKeep, beside: Beside = async () => {}): Promise<boolean> {
    const { district, notice, appeal, person, kind, number, datedOn, code, pdf } = paper;
    const key = randomBytes(FILE_KEY_BYTES);
    const sealedKey = await this.vault.seal(district, person, notice, KEY_FIELD, key.toString('base64'));
    const bytes = Buffer.concat(sealFile(key, notice, Buffer.from(pdf)));
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return this.database.scope(district).transaction(async (tx) => {
      const { rowCount } = await tx.query(
        `insert into notifications.kept_paper
           (district, notice, appeal, person, kind, number, dated_on, code, sha256, size, sealed_key, bytes)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (district, notice) do nothing`,
        [district, notice, appeal, person, kind, number, datedOn, code, sha256, pdf.length, sealedKey, bytes],
      );
      await beside(tx);
      return rowCount === 1;
    });
  }

  /** The PDF; undefined where none is kept, and where the person was erased. */
  async read(district: number, notice: string): Promise<Buffer | undefined> {
    const { rows } = await this.database
      .scope(district)
      .query<SealedRow>(
        'select sealed_key as key, bytes from notifications.kept_paper where district = $1 and notice = $2',
        [district, notice],
      );
    const [{ key: sealedKey, bytes } = { key: null, bytes: null }] = rows;
    if (sealedKey === null || bytes === null) return undefined;
    const key = await this.vault.open(district, sealedKey, { eventId: notice, field: KEY_FIELD });
    return key === undefined ? undefined : openFile(Buffer.from(key, 'base64'), notice, sealedChunks(bytes));
  }

  /** What is known of the letter's sheet, also of an erased person's. */
  of(district: number, notice: string): Promise<KeptPaper | undefined> {
    return this.found(district, 'notice = $2', notice);
  }

  bySha256(district: number, sha256: string): Promise<KeptPaper | undefined> {
    return this.found(district, 'sha256 = $2', sha256);
  }

  /** For anyone who checks it, with whether its letter was taken back since. */
  async byCode(district: number, code: string): Promise<CheckedPaper | undefined> {
    const { rows } = await this.database.scope(district).query<CheckedPaper>(
      `select ${FACTS}, exists (select from notifications.event e
         where e.district = p.district and e.stream = p.notice and e.type = 'NoticeCancelled') as annulled
       from notifications.kept_paper p where district = $1 and code = $2 limit 1`,
      [district, code],
    );
    return rows[0];
  }

  /** Those of an appeal whose bytes are readable, the earliest first. */
  async readable(district: number, appeal: string): Promise<readonly ReadablePaper[]> {
    const { rows } = await this.database.scope(district).query<ReadablePaper>(
      `select p.notice as id, p.number, q.department,
         exists (select from notifications.event e
           where e.district = p.district and e.stream = p.notice and e.type = 'NoticeCancelled') as annulled,
         exists (select from notifications.event e where e.district = p.district and e.stream = p.notice
           and e.type = 'SignatureAttached' and e.data->>'level' = 'TRUSTED') as marked
       from notifications.kept_paper p
       left join notifications.delivery d on d.district = p.district and d.notice = p.notice
       left join notifications.question q on q.district = d.district and q.question = d.question
       where p.district = $1 and p.appeal = $2 and p.bytes is not null order by p.kept_at, p.notice`,
      [district, appeal],
    );
    return rows;
  }

  /** Whether the letter was taken back. */
  async isAnnulled(district: number, notice: string): Promise<boolean> {
    const { rowCount } = await this.database
      .scope(district)
      .query(
        `select from notifications.event where district = $1 and stream = $2 and type = 'NoticeCancelled' limit 1`,
        [district, notice],
      );
    return rowCount === 1;
  }

  /** All sheets of a case, the earliest first. */
  async ofAppeal(district: number, appeal: string): Promise<readonly KeptPaper[]> {
    const { rows } = await this.database
      .scope(district)
      .query<KeptPaper>(
        `select ${FACTS} from notifications.kept_paper where district = $1 and appeal = $2 order by kept_at, notice`,
        [district, appeal],
      );
    return rows;
  }

  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query(
      'update notifications.kept_paper set sealed_key = null, bytes = null where district = $1 and person = $2',
      [district, person],
    );
  }

  private async found(district: number, where: string, value: string): Promise<KeptPaper | undefined> {
    const { rows } = await this.database
      .scope(district)
      .query<KeptPaper>(`select ${FACTS} from notifications.kept_paper where district = $1 and ${where} limit 1`, [
        district,
        value,
      ]);
    return rows[0];
  }
}
