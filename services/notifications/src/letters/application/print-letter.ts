import { Injectable } from '@nestjs/common';
import type { LetterToPrint } from '@otklik/contracts/generated/graphql';
import { joinPdf } from '@otklik/documents';
import { Clock, refuse } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { Deliveries, type UnsentLetter } from '../../notice/application/deliveries.js';
import { KeptPapers } from '../../papers/store/kept-papers.js';
import { LetterOpenings, type LetterOpener } from '../store/letter-openings.js';
import { ComposeSheet } from './compose-sheet.js';
import { letterParts, type LetterFacts, type LetterParts } from './letter.js';
import { OpenLetter } from './open-letter.js';
import { LetterSettings } from './send-letter.js';

interface LetterToPost extends LetterParts {
  /** The name as it would stand on a sheet that is not made yet, where its dative is not certain. */
  readonly dativeToConfirm: string | undefined;
}

/** The same, for a print of which some letters are on record with an opening of names: search keeps it. */
export interface PrintedBy extends LetterOpener {
  readonly recorded: readonly string[];
}

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
    private readonly openings: LetterOpenings,
    private readonly clock: Clock,
  ) {}

  /** Recorded before it is shown. Refuses NOT_FOUND for a notice that does not wait to be posted, and when its text was erased. */
  async print(district: District, notice: string, by: LetterOpener): Promise<LetterToPost> {
    const unsent = await this.waiting(district.id, notice);
    const facts = (await this.letters.factsOf(unsent)) ?? refuse('NOT_FOUND');
    await this.record(district.id, [unsent], by);
    return { ...letterParts(facts, district, this.settings), dativeToConfirm: await this.toConfirm(unsent, facts) };
  }

  private async toConfirm({ district, notice }: UnsentLetter, facts: LetterFacts): Promise<string | undefined> {
    const letter = await this.deliveries.sheet(district, notice);
    if (!letter || (await this.papers.of(district, notice))) return undefined;
    return this.sheets.toConfirm(letter, facts);
  }

  /**
   * The sheets in the order of the letters, opened with one record, which is this one where there is none yet: what is kept, else made
   * now with what the clerk confirmed, and kept. Refuses as `print`. Throws `PaperNotMade`.
   */
  async pdf({ id }: District, letters: readonly LetterToPrint[], { recorded, ...by }: PrintedBy): Promise<Uint8Array> {
    const unsent: UnsentLetter[] = [];
    for (const letter of letters) unsent.push(await this.waiting(id, letter.id));
    const others = unsent.filter(({ notice }) => !recorded.includes(notice));
    if (others.length > 0) await this.record(id, others, by);
    const files: Uint8Array[] = [];
    for (const letter of letters) files.push(await this.sheet(id, letter));
    return files.length === 1 ? files[0]! : joinPdf(files, id);
  }

  private async sheet(district: number, { id: notice, ...typed }: LetterToPrint): Promise<Uint8Array> {
    const kept = await this.papers.read(district, notice);
    if (kept) return kept;
    const letter = await this.deliveries.sheet(district, notice);
    if (!letter) return refuse('NOT_FOUND');
    if (letter.outgoing === null) return (await this.sheets.pdf(letter, typed)) ?? refuse('NOT_FOUND');
    const paper = await this.sheets.of(letter, typed);
    if (!paper) return refuse('NOT_FOUND');
    await this.sheets.keepConfirmed(letter, typed);
    const isKept = await this.papers.keep(paper, (tx) => this.deliveries.paperKept(tx, district, notice));
    return isKept ? paper.pdf : ((await this.papers.read(district, notice)) ?? refuse('NOT_FOUND'));
  }

  private async record(district: number, letters: readonly UnsentLetter[], by: LetterOpener): Promise<void> {
    const notices = letters.map(({ notice }) => notice);
    const appeals = [...new Set(letters.map(({ appeal }) => appeal))];
    await this.openings.record(district, { ...by, at: this.clock.now(), notices, appeals });
  }

  private async waiting(district: number, notice: string): Promise<UnsentLetter> {
    const unsent = await this.database.scope(district).transaction((tx) => this.deliveries.paper(tx, district, notice));
    return unsent ?? refuse('NOT_FOUND');
  }
}
