import { Injectable } from '@nestjs/common';
import { addMonths, type LocalDate } from '@otklik/kernel';
import { Database, retentionOf, type District } from '@otklik/tenancy';
import { KeyKeeper } from '@otklik/vault';
import { Receptions } from '../store/receptions.js';

/** Why the key of a visitor is destroyed. */
const GROUND = 'RECEPTION_OVER';

/**
 * Names of visitors go thirty days after the day of the reception; with a card that is no appeal's they stay as long as a case of a
 * reception. The key is destroyed, so that the events are unreadable, too.
 */
@Injectable()
export class ForgetVisitors {
  constructor(
    private readonly database: Database,
    private readonly vault: KeyKeeper,
    private readonly rows: Receptions,
  ) {}

  /** Answers how many went. */
  async run(district: District, today: LocalDate): Promise<number> {
    const cardsUntil = addMonths(today, -retentionOf(district).ORAL_RECEPTION.months);
    const due = await this.rows.toForget(district.id, today, cardsUntil);
    for (const { id, person } of due) {
      await this.database.scope(district.id).transaction(async (tx) => {
        await this.vault.destroy(tx, district.id, person, GROUND);
        await this.rows.forget(tx, district.id, id);
      });
    }
    return due.length;
  }
}
