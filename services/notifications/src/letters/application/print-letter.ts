import { Injectable } from '@nestjs/common';
import type { LetterToPrint } from '@otklik/contracts/generated/graphql';
import { isToBody } from '@otklik/contracts/notices-to-bodies';
import { joinPdf, renderPdf, type LetterPaper } from '@otklik/documents';
import { Clock, refuse } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { Deliveries, type UnsentLetter } from '../../notice/application/deliveries.js';
import { addresseeIn } from './letter-addressee.js';
import { paperOf, type AddressedTo } from './letter-paper.js';
import { letterParts, type LetterFacts, type LetterParts } from './letter.js';
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
    private readonly clock: Clock,
  ) {}

  /** Refuses NOT_FOUND for a notice that does not wait to be posted, and when its text was erased. */
  async print(district: District, notice: string): Promise<LetterParts> {
    const { facts } = await this.waiting(district, notice);
    return letterParts(facts, district, this.settings);
  }

  /** The sheets in the order of the letters. Refuses as `print`. */
  async pdf(district: District, letters: readonly LetterToPrint[]): Promise<Uint8Array> {
    const files: Uint8Array[] = [];
    for (const letter of letters) files.push(await renderPdf(await this.paper(district, letter)));
    return files.length === 1 ? files[0]! : joinPdf(files);
  }

  async paper(district: District, letter: LetterToPrint): Promise<LetterPaper> {
    const { facts, unsent } = await this.waiting(district, letter.id);
    const madeAt = unsent.signedAt ?? this.clock.now();
    return paperOf(facts, district, this.settings, { to: addressedTo(facts, letter), way: 'PAPER', madeAt });
  }

  private async waiting(
    district: District,
    notice: string,
  ): Promise<{ readonly facts: LetterFacts; readonly unsent: UnsentLetter }> {
    const unsent = await this.database
      .scope(district.id)
      .transaction((tx) => this.deliveries.paper(tx, district.id, notice));
    const facts = unsent && (await this.letters.factsOf(unsent));
    return facts ? { facts, unsent } : refuse('NOT_FOUND');
  }
}

function addressedTo(facts: LetterFacts, { name, dative, address }: LetterToPrint): AddressedTo {
  if (isToBody(facts.kind)) {
    const { addressee = '', addresseeAddress } = addresseeIn(facts);
    return { kind: 'BODY', name: addressee, address: addresseeAddress };
  }
  return {
    kind: 'APPLICANT',
    name: name ?? undefined,
    address: address ?? undefined,
    confirmed: dative ?? undefined,
  };
}
