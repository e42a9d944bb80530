import { Injectable } from '@nestjs/common';
import type { LetterToPrint } from '@otklik/contracts/generated/graphql';
import { joinPdf } from '@otklik/documents';
import { refuse } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { Deliveries, type UnsentLetter } from '../../notice/application/deliveries.js';
import { KeptPapers } from '../../papers/store/kept-papers.js';
import { ComposeSheet } from './compose-sheet.js';
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
    private readonly sheets: ComposeSheet,
    private readonly papers: KeptPapers,
  ) {}

  /** Refuses NOT_FOUND for a notice that does not wait to be posted, and when its text was erased. */
  async print(district: District, notice: string): Promise<LetterParts> {
    const { facts } = await this.waiting(district, notice);
    return letterParts(facts, district, this.settings);
  }

  /**
   * The sheets in the order of the letters: what is kept, else made now with what the clerk confirmed, and kept. Refuses as `print`.
   * Throws `PaperNotMade`.
   */
  async pdf(district: District, letters: readonly LetterToPrint[]): Promise<Uint8Array> {
    const files: Uint8Array[] = [];
    for (const letter of letters) files.push(await this.sheet(district, letter));
    return files.length === 1 ? files[0]! : joinPdf(files, district.id);
  }

  private async sheet({ id }: District, { id: notice, ...typed }: LetterToPrint): Promise<Uint8Array> {
    const waits = await this.database.scope(id).transaction((tx) => this.deliveries.paper(tx, id, notice));
    if (!waits) return refuse('NOT_FOUND');
    const kept = await this.papers.read(id, notice);
    if (kept) return kept;
    const letter = await this.deliveries.sheet(id, notice);
    if (!letter) return refuse('NOT_FOUND');
    if (letter.outgoing === null) return (await this.sheets.pdf(letter, typed)) ?? refuse('NOT_FOUND');
    const paper = await this.sheets.of(letter, typed);
    if (!paper) return refuse('NOT_FOUND');
    const isKept = await this.papers.keep(paper, (tx) => this.deliveries.paperKept(tx, id, notice));
    return isKept ? paper.pdf : ((await this.papers.read(id, notice)) ?? refuse('NOT_FOUND'));
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
