import { Injectable } from '@nestjs/common';
import { refuse } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { Deliveries } from '../../notice/application/deliveries.js';
import { letterParts, type LetterParts } from './letter.js';
import { OpenLetter } from './open-letter.js';
import { LetterSettings } from './send-letter.js';

/** A letter that goes by post, as it is printed. */
@Injectable()
export class PrintLetter {
  constructor(
    private readonly database: Database,
    private readonly deliveries: Deliveries,
    private readonly letters: OpenLetter,
    private readonly settings: LetterSettings,
  ) {}

  /** Refuses NOT_FOUND for a notice that does not wait to be posted, and when its text was erased. */
  async print(district: District, notice: string): Promise<LetterParts> {
    const unsent = await this.database
      .scope(district.id)
      .transaction((tx) => this.deliveries.paper(tx, district.id, notice));
    const facts = unsent && (await this.letters.factsOf(unsent));
    return facts ? letterParts(facts, district, this.settings) : refuse('NOT_FOUND');
  }
}
