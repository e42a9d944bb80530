import { Injectable } from '@nestjs/common';
import type { PhotoSide } from '@otklik/contracts/publication-enumerations';
import { Database, type Transaction } from '@otklik/tenancy';

/** A photo that waits for its release, or that all may see. */
export interface PublicationPhoto {
  /** 1, 2, 3 … among those of its publication: its address. */
  readonly number: number;
  readonly file: string;
  readonly side: PhotoSide;
}

export interface PublicationOf {
  readonly publication: string;
  readonly appeal: string;
  readonly response: string;
}

/** Whose photo it is: one of the appeal itself, or one of an answer whose signature is of force. */
const isOwn = `f.appeal = p.appeal and f.type like 'image/%' and case p.side
  when 'BEFORE' then f.response is null
  else exists (
    select from intake.answer_file a where a.district = p.district and a.response = p.response
      and a.files @> array[p.file] and a.state <> 'VOID') end`;

/** Photos of published answers. */
@Injectable()
export class PublicationPhotos {
  constructor(private readonly database: Database) {}

  async propose(
    tx: Transaction,
    district: number,
    { publication, appeal, response }: PublicationOf,
    photos: readonly PublicationPhoto[],
  ): Promise<void> {
    for (const { number, file, side } of photos)
      await tx.query(
        `insert into intake.publication_photo (district, publication, number, appeal, response, file, side)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [district, publication, number, appeal, response, file, side],
      );
  }

  async release(tx: Transaction, district: number, publication: string, files: readonly string[]): Promise<void> {
    await tx.query(
      `update intake.publication_photo set released = true where district = $1 and publication = $2 and file = any ($3::uuid[])`,
      [district, publication, files],
    );
  }

  async end(tx: Transaction, district: number, publication: string): Promise<void> {
    await tx.query('delete from intake.publication_photo where district = $1 and publication = $2', [
      district,
      publication,
    ]);
  }

  async removeOf(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('delete from intake.publication_photo where district = $1 and appeal = $2', [district, appeal]);
  }

  /** The file that all may see at this address now; undefined: none. */
  async shown(district: number, publication: string, number: number): Promise<string | undefined> {
    const { rows } = await this.database.scope(district).query<{ file: string }>(
      {
        name: 'shown photo',
        text: `select p.file from intake.publication_photo p
          join intake.file f on f.district = p.district and f.id = p.file
          where p.district = $1 and p.publication = $2 and p.number = $3 and p.released and ${isOwn}`,
      },
      [district, publication, number],
    );
    return rows[0]?.file;
  }
}
