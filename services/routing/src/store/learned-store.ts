import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Transaction } from '@otklik/tenancy';
import type { LearnedChoice } from '@otklik/text-analysis';

interface Head {
  readonly texts: number;
  readonly places: number;
  readonly choices: readonly { readonly choice: string; readonly bias: number; readonly step: number }[];
}

const HEAD_BYTES = 4;
const [zipped, unzipped] = [promisify(gzip), promisify(gunzip)];

/** What was learned of each district, the last time that it was. */
export abstract class LearnedStore<Learned extends { readonly model: LearnedChoice }> {
  /** `columns`: those of JSON beside the model, as the fields are called. */
  constructor(
    private readonly table: 'learned_route' | 'learned_code',
    private readonly columns: readonly (keyof Learned & string)[],
  ) {}

  async keep(tx: Transaction, district: number, learned: Learned): Promise<void> {
    const { table, columns } = this;
    await tx.query(
      `insert into routing.${table} (district, learned_at, model, ${columns.join(', ')})
       values ($1, now(), $2, ${columns.map((_, at) => `$${at + 3}`).join(', ')})
       on conflict (district) do update set learned_at = now(), model = excluded.model,
         ${columns.map((one) => `${one} = excluded.${one}`).join(', ')}`,
      [district, await packed(learned.model), ...columns.map((one) => JSON.stringify(learned[one]))],
    );
  }

  async remove(tx: Transaction, district: number): Promise<void> {
    await tx.query(`delete from routing.${this.table} where district = $1`, [district]);
  }

  /** When it was learned, ms since 1970; undefined: never. */
  async learnedAt(tx: Transaction, district: number): Promise<number | undefined> {
    const { rows } = await tx.query<{ readonly at: Date }>(
      `select learned_at as at from routing.${this.table} where district = $1`,
      [district],
    );
    return rows[0]?.at.getTime();
  }

  async of(tx: Transaction, district: number): Promise<Learned | undefined> {
    const { rows } = await tx.query<Omit<Learned, 'model'> & { readonly model: Buffer }>(
      `select model, ${this.columns.join(', ')} from routing.${this.table} where district = $1`,
      [district],
    );
    const [row] = rows;
    return row && ({ ...row, model: await unpacked(row.model) } as unknown as Learned);
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
