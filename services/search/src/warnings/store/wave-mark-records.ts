import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import type { WaveMark } from '../domain/wave-marks.js';

/** A mark as it is kept, with the command that made it and the keyed hash of its input. */
export interface KeptMark extends WaveMark {
  readonly role: string;
  readonly command: string;
  readonly fingerprint: string;
}

type Row = Omit<KeptMark, 'at'> & { readonly at: Date };

const COLUMNS = 'topic, version, began, kind, until, official as "by", role, at, command, fingerprint';

/** Marks are only added. */
@Injectable()
export class WaveMarkRecords {
  constructor(private readonly database: Database) {}

  /** All of the district. */
  async all(district: number): Promise<readonly WaveMark[]> {
    const { rows } = await this.database
      .scope(district)
      .query<Row>({ name: 'wave marks', text: `select ${COLUMNS} from search.wave_mark where district = $1` }, [
        district,
      ]);
    return rows.map(markOf);
  }

  /** The newest of the topic, and the one that this command made; others of the district wait until the transaction ends. */
  async before(
    tx: Transaction,
    district: number,
    { topic, command }: Pick<KeptMark, 'topic' | 'command'>,
  ): Promise<{ readonly newest: KeptMark | undefined; readonly repeated: KeptMark | undefined }> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('search.wave_mark'), $1)`, [district]);
    const { rows } = await tx.query<Row>(
      `select ${COLUMNS} from search.wave_mark where district = $1 and (command = $3
         or (topic, version) = (select topic, version from search.wave_mark where district = $1 and topic = $2
           order by version desc limit 1))`,
      [district, topic, command],
    );
    const marks = rows.map(markOf);
    return {
      newest: marks.filter((mark) => mark.topic === topic).reduce<KeptMark | undefined>(newer, undefined),
      repeated: marks.find((mark) => mark.command === command),
    };
  }

  async append(tx: Transaction, district: number, mark: KeptMark): Promise<void> {
    const { topic, version, began, kind, until, by, role, at, command, fingerprint } = mark;
    await tx.query(
      `insert into search.wave_mark (district, topic, version, began, kind, until, official, role, at, command, fingerprint)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [district, topic, version, began, kind, until, by, role, at, command, fingerprint],
    );
  }
}

function newer(one: KeptMark | undefined, other: KeptMark): KeptMark {
  return one && one.version > other.version ? one : other;
}

function markOf({ at, ...row }: Row): KeptMark {
  return { ...row, at: at.toISOString() };
}
