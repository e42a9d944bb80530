import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { LearnedChoice } from '@otklik/text-analysis';
import type { MetDecisions } from '../domain/learned-routes.js';

/** What a district's decisions taught: the table of weights, and how well it meets the newest of them. */
export interface LearnedTable {
  readonly met: MetDecisions;
  /** By topic the department to which it went last. */
  readonly departments: Readonly<Record<string, string>>;
  readonly model: LearnedChoice;
}

interface Row {
  readonly met: MetDecisions;
  readonly departments: Readonly<Record<string, string>>;
  readonly model: Buffer;
}

interface Head {
  readonly texts: number;
  readonly places: number;
  readonly choices: readonly { readonly choice: string; readonly bias: number; readonly step: number }[];
}

const HEAD_BYTES = 4;
const [zipped, unzipped] = [promisify(gzip), promisify(gunzip)];

/** One a district, the last that was learned. */
@Injectable()
export class LearnedTables {
  async keep(tx: Transaction, district: number, { met, departments, model }: LearnedTable): Promise<void> {
    await tx.query(
      `insert into routing.learned_route (district, learned_at, met, departments, model) values ($1, now(), $2, $3, $4)
       on conflict (district) do update
       set learned_at = now(), met = excluded.met, departments = excluded.departments, model = excluded.model`,
      [district, JSON.stringify(met), JSON.stringify(departments), await packed(model)],
    );
  }

  async remove(tx: Transaction, district: number): Promise<void> {
    await tx.query('delete from routing.learned_route where district = $1', [district]);
  }

  /** When it was learned, ms since 1970; undefined: never. */
  async learnedAt(tx: Transaction, district: number): Promise<number | undefined> {
    const { rows } = await tx.query<{ readonly at: Date }>(
      'select learned_at as at from routing.learned_route where district = $1',
      [district],
    );
    return rows[0]?.at.getTime();
  }

  async of(tx: Transaction, district: number): Promise<LearnedTable | undefined> {
    const { rows } = await tx.query<Row>(
      'select met, departments, model from routing.learned_route where district = $1',
      [district],
    );
    const [row] = rows;
    return row && { met: row.met, departments: row.departments, model: await unpacked(row.model) };
  }
}

/** Its length and names as JSON, then the numbers as they lie in memory, all of it zipped: most are 0. */
export async function packed({ rarity, choices }: LearnedChoice): Promise<Buffer> {
  const head: Head = {
    texts: rarity.texts,
    places: rarity.having.length,
    choices: choices.map(({ choice, bias, step }) => ({ choice, bias, step })),
  };
  const names = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(HEAD_BYTES);
  length.writeUInt32LE(names.length);
  const { buffer, byteOffset, byteLength } = rarity.having;
  const numbers = [Buffer.from(buffer, byteOffset, byteLength), ...choices.map(({ steps }) => Buffer.from(steps))];
  return zipped(Buffer.concat([length, names, ...numbers]));
}

export async function unpacked(kept: Buffer): Promise<LearnedChoice> {
  const bytes = await unzipped(kept);
  const from = HEAD_BYTES + bytes.readUInt32LE();
  const { texts, places, choices } = JSON.parse(bytes.toString('utf8', HEAD_BYTES, from)) as Head;
  const begin = from + 2 * places;
  return {
    rarity: { texts, having: Uint16Array.from({ length: places }, (_, at) => bytes.readUInt16LE(from + 2 * at)) },
    choices: choices.map((one, at) => ({
      ...one,
      steps: Int8Array.from(bytes.subarray(begin + at * places, begin + (at + 1) * places)),
    })),
  };
}
