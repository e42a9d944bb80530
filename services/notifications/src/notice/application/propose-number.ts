import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { nextOutgoingNumber } from '../domain/outgoing-number.js';
import { OutgoingNumbers } from '../store/outgoing-numbers.js';

/** The outgoing number of the next letter. */
@Injectable()
export class ProposeNumber {
  constructor(
    private readonly database: Database,
    private readonly numbers: OutgoingNumbers,
    private readonly clock: Clock,
  ) {}

  /** For a letter that is sent today; null when there is no number that it could follow. */
  async next({ id, zone }: District): Promise<string | null> {
    const year = Number(localDate(this.clock.now(), zone).slice(0, 4));
    const given = await this.database.scope(id).transaction((tx) => this.numbers.given(tx, id, year));
    return (given && nextOutgoingNumber(given, year)) ?? null;
  }
}
