import { Injectable } from '@nestjs/common';
import { addMonths, isUuid, type LocalDate } from '@otklik/kernel';
import { Database, retentionOf, type District } from '@otklik/tenancy';
import { KeyKeeper } from '@otklik/vault';
import { Receptions } from '../store/receptions.js';
import { BookReception } from './book-reception.js';

/** Why the key of a visitor is destroyed. */
const GROUND = 'RECEPTION_OVER';
const ASKED = 'RECEPTION_ERASED';

/** AHEAD: the visit has not ended, and is to be cancelled first; BEFORE: the names were gone already. */
export type ErasedVisit = 'ERASED' | 'UNKNOWN' | 'AHEAD' | 'BEFORE';

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
    private readonly booking: BookReception,
  ) {}

  /** What a visitor said, on request: by the id of the booking, or by the code that the visitor has. An appeal that it led to stays. */
  async erase(district: District, given: string): Promise<ErasedVisit> {
    const found = isUuid(given) ? given.toLowerCase() : (await this.booking.byCode(district, given))?.id;
    if (found === undefined) return 'UNKNOWN';
    return this.database.scope(district.id).transaction(async (tx) => {
      const visit = await this.rows.lock(tx, district.id, found);
      if (!visit) return 'UNKNOWN';
      if (visit.state === 'BOOKED' || visit.state === 'CAME') return 'AHEAD';
      if (visit.name === null) return 'BEFORE';
      await this.vault.destroy(tx, district.id, visit.person, ASKED);
      await this.rows.forget(tx, district.id, found);
      return 'ERASED';
    });
  }

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
