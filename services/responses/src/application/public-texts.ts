import { Injectable } from '@nestjs/common';
import type { District } from '@otklik/tenancy';
import { holdsPersonalData, sayableOf } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import type { ProposePublication } from '../domain/response.commands.js';

type Texts = Pick<ProposePublication, 'title' | 'matter' | 'text'>;

const FIELDS = ['title', 'matter', 'text'] as const;

/** Looks for personal data in what all are to read. */
@Injectable()
export class PublicTexts {
  /**
   * The fields in which something was found. `officials`: ids of those whom the caller confirms as persons in office; of one whom the
   * directory of the district does not have in office nothing is allowed.
   */
  async found(
    { officials: known, public: open }: District,
    texts: Texts,
    officials: readonly string[],
  ): Promise<ProposePublication['found']> {
    const inOffice = known.filter(({ id, assignments }) => assignments.length > 0 && officials.includes(id));
    const sayable = sayableOf(
      open,
      inOffice.map(({ name }) => name),
    );
    const lexicon = await russianLexicon();
    return FIELDS.filter((field) => holdsPersonalData(texts[field], sayable, lexicon));
  }
}
