import { Injectable } from '@nestjs/common';
import type { PublicationMark } from '@otklik/contracts/generated/graphql';
import type { District } from '@otklik/tenancy';
import { sayableOf, unsayablePlaces } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import type { ProposePublication } from '../domain/response.commands.js';

type Texts = Pick<ProposePublication, 'title' | 'matter' | 'text'>;

const FIELDS = { title: 'TITLE', matter: 'MATTER', text: 'TEXT' } as const;
const fields = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** Looks for personal data in what all are to read. */
@Injectable()
export class PublicTexts {
  /** The fields in which something was found. `alts`: what the photos are said to show. */
  async found(
    district: District,
    { alts, ...texts }: Texts & { readonly alts: readonly string[] },
    officials: readonly string[],
  ): Promise<ProposePublication['found']> {
    const marks = await this.marks(district, texts, officials);
    const inAlts = await this.marks(district, { text: alts.join('.\n') }, officials);
    const inTexts = fields.filter((field) => marks.some((mark) => mark.field === FIELDS[field]));
    return inAlts.length > 0 ? [...inTexts, 'photos'] : inTexts;
  }

  /**
   * The places that are refused, in UTF-16 units. `officials`: ids of those whom the caller confirms as persons in office; of one whom
   * the directory of the district does not have in office nothing is allowed.
   */
  async marks(
    { officials: known, public: open }: District,
    texts: Partial<Texts>,
    officials: readonly string[],
  ): Promise<PublicationMark[]> {
    const inOffice = known.filter(({ id, assignments }) => assignments.length > 0 && officials.includes(id));
    const sayable = sayableOf(
      open,
      inOffice.map(({ name }) => name),
    );
    const lexicon = await russianLexicon();
    return fields.flatMap((field) =>
      unsayablePlaces(texts[field] ?? '', sayable, lexicon).map((place) => ({ field: FIELDS[field], ...place })),
    );
  }
}
