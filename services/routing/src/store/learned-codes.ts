import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { LearnedChoice } from '@otklik/text-analysis';
import type { MetCodes } from '../domain/proposed-codes.js';
import { packed, unpacked } from './learned-tables.js';

/** What the codes that were given taught, and how well it meets the newest that officials chose. */
export interface LearnedCodeTable {
  readonly met: MetCodes;
  readonly model: LearnedChoice;
}

/** One a district, the last that was learned. */
@Injectable()
export class LearnedCodes {
  async keep(tx: Transaction, district: number, { met, model }: LearnedCodeTable): Promise<void> {
    await tx.query(
      `insert into routing.learned_code (district, learned_at, met, model) values ($1, now(), $2, $3)
       on conflict (district) do update set learned_at = now(), met = excluded.met, model = excluded.model`,
      [district, JSON.stringify(met), await packed(model)],
    );
  }

  async remove(tx: Transaction, district: number): Promise<void> {
    await tx.query('delete from routing.learned_code where district = $1', [district]);
  }

  /** When it was learned, ms since 1970; undefined: never. */
  async learnedAt(tx: Transaction, district: number): Promise<number | undefined> {
    const { rows } = await tx.query<{ readonly at: Date }>(
      'select learned_at as at from routing.learned_code where district = $1',
      [district],
    );
    return rows[0]?.at.getTime();
  }

  async of(tx: Transaction, district: number): Promise<LearnedCodeTable | undefined> {
    const { rows } = await tx.query<{ readonly met: MetCodes; readonly model: Buffer }>(
      'select met, model from routing.learned_code where district = $1',
      [district],
    );
    const [row] = rows;
    return row && { met: row.met, model: await unpacked(row.model) };
  }
}
