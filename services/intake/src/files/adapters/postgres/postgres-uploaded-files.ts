import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import type { FileRow, SealedParts, UploadedFiles } from '../../application/uploaded-files.js';
import type { AttachedFile } from '../../../appeal/domain/appeal.js';

/** Letters of programs, of which nothing was made, can be looked at for so long. */
const MACHINE_MAIL_DAYS = 30;

const columns = 'id, type, size, sha256, sealed_key as "sealedKey", sealed_name as "sealedName", appeal, response';

@Injectable()
export class PostgresUploadedFiles implements UploadedFiles {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Transaction,
    district: number,
    file: AttachedFile,
    sealed: SealedParts,
    at: string,
  ): Promise<boolean> {
    const { rowCount } = await tx.query(
      `insert into intake.file (district, id, type, size, sha256, sealed_key, sealed_name, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [district, file.id, file.type, file.size, file.sha256, sealed.sealedKey, sealed.sealedName, at],
    );
    return rowCount === 1;
  }

  async lock(tx: Transaction, district: number, ids: readonly string[]): Promise<readonly FileRow[]> {
    const { rows } = await tx.query<FileRow>(
      `select ${columns} from intake.file where district = $1 and id = any($2) order by id for update`,
      [district, ids],
    );
    return rows;
  }

  async claim(tx: Transaction, district: number, id: string, appeal: string, sealed: SealedParts): Promise<void> {
    await tx.query(
      'update intake.file set appeal = $3, sealed_key = $4, sealed_name = $5 where district = $1 and id = $2',
      [...[district, id, appeal], ...[sealed.sealedKey, sealed.sealedName]],
    );
  }

  async keepResponse(
    tx: Transaction,
    district: number,
    appeal: string,
    response: string,
    ids: readonly string[],
  ): Promise<void> {
    await tx.query(
      'update intake.file set response = $3 where district = $1 and appeal = $2 and id = any($4) and response is null',
      [district, appeal, response, ids],
    );
  }

  async find(district: number, id: string): Promise<FileRow | undefined> {
    const { rows } = await this.database
      .scope(district)
      .query<FileRow>(`select ${columns} from intake.file where district = $1 and id = $2`, [district, id]);
    return rows[0];
  }

  async removeOf(tx: Transaction, district: number, appeal: string): Promise<readonly string[]> {
    const { rows } = await tx.query<{ id: string }>(
      'delete from intake.file where district = $1 and appeal = $2 returning id',
      [district, appeal],
    );
    return rows.map(({ id }) => id);
  }

  async removeUnclaimed(tx: Transaction, district: number, before: string): Promise<readonly string[]> {
    const { rows } = await tx.query<{ id: string }>(
      `delete from intake.file as file where district = $1 and appeal is null and uploaded_at < $2
         and not exists (
           select from intake.mail where mail.district = $1 and mail.original ->> 'id' = file.id::text
             and (mail.state = 'PENDING' or mail.received_at > $2::timestamptz - interval '${MACHINE_MAIL_DAYS} days'))
       returning id`,
      [district, before],
    );
    return rows.map(({ id }) => id);
  }
}
