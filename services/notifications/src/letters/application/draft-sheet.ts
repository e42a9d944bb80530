import { Injectable } from '@nestjs/common';
import { letterText } from '@otklik/contracts/texts';
import { drawPaper, type DrawnPaper, type LetterPaper } from '@otklik/documents';
import { Clock, refuse } from '@otklik/kernel';
import { Database, Directory, type District, type OpenedBy } from '@otklik/tenancy';
import { reachable } from '../../notice/application/reach-applicant.js';
import { noticeWays } from '../../notice/domain/notice-ways.js';
import { Questions } from '../../notice/store/questions.js';
import { bracketedFields } from '../domain/template-fields.js';
import { LetterOpenings, type OpenerIn } from '../store/letter-openings.js';
import { AddressApplicant } from './address-applicant.js';
import { ReadCorrespondence, type Correspondence, type Reader } from './correspondence.js';
import { paperOf, type AddressedTo } from './letter-paper.js';
import type { LetterFacts, LetterStyle } from './letter.js';
import { factsOf, signatoryNow, type SignerIn, type Unsent } from './preview-letter.js';
import { LetterSettings } from './send-letter.js';

interface Asked {
  /** Of a signatory who is about to sign. */
  readonly signerIn: SignerIn | undefined;
  /** Whom it is addressed to is on it: who opens that. */
  readonly openerIn: OpenerIn | undefined;
}

/** Of drafts with name and address, for one official. */
export const MAX_ADDRESSED_AN_HOUR = 60;

/** An official has opened names and addresses of drafts as often as an hour allows. */
export class TooManyOpened extends Error {
  override readonly name = 'TooManyOpened';
}

/** An answer before it is signed, as the sheet that it will be: by the model and the template of the one that is kept. */
@Injectable()
export class DraftSheet {
  constructor(
    private readonly correspondence: ReadCorrespondence,
    private readonly settings: LetterSettings,
    private readonly openings: LetterOpenings,
    private readonly questions: Questions,
    private readonly database: Database,
    private readonly addressing: AddressApplicant,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /**
   * Number, day and signature are not on it: it has none of them before it is signed, and says that it is a draft. Refuses as
   * `ReadCorrespondence.of`; with name and address also FORBIDDEN once the question has ended. Throws `PaperNotMade`, and
   * `TooManyOpened` beyond the openings of an hour.
   */
  async draw(
    reader: Reader & { readonly inDistrict: District },
    unsent: Unsent,
    { signerIn, openerIn }: Asked,
  ): Promise<DrawnPaper> {
    const { inDistrict: district } = reader;
    const known = await this.correspondence.of(reader, unsent.question);
    const { department } = known.question;
    const madeAt = this.clock.now();
    const opener = openerIn?.(department);
    if (opener) await this.record(known, district, { ...opener, at: madeAt });
    const to = opener && (await this.opened(known, district));
    const signatory = signatoryNow(this.directory, district, signerIn?.(department), madeAt);
    const paper = draftPaper(known, unsent, { district, style: this.settings, signatory, to, madeAt });
    return drawPaper(paper, district.id);
  }

  /** Before anything of it is shown. As with `applicant`, who has no act to do on the question any more opens nothing. */
  private async record(
    { question: { question, appeal } }: Correspondence,
    { id: district }: District,
    by: OpenedBy & { readonly at: string },
  ): Promise<void> {
    const isOpen = await this.database
      .scope(district)
      .transaction((tx) => this.questions.isOpen(tx, district, { appeal, question }));
    if (!isOpen) refuse('FORBIDDEN');
    const opening = { ...by, reason: 'CHECKING', notices: [], appeals: [appeal] } as const;
    if (!(await this.openings.recordWithin(district, opening, MAX_ADDRESSED_AN_HOUR))) throw new TooManyOpened();
  }

  private async opened(known: Correspondence, { id: district }: District): Promise<AddressedTo> {
    const { name, applicant } = known;
    const { person, address: sealed, contact } = applicant;
    const address = await this.addressing.address({ district, address: sealed, contact, way: wayOf(known) });
    return { kind: 'APPLICANT', name, address, confirmed: await this.addressing.confirmed(district, person, name) };
  }
}

interface OfDraft {
  readonly district: District;
  readonly style: LetterStyle;
  readonly signatory: LetterFacts['signatory'];
  /** Undefined: words say where name and address will stand. */
  readonly to: AddressedTo | undefined;
  readonly madeAt: string;
}

/** The model of the sheet. The signature that it does not have yet has its place. */
export function draftPaper(known: Correspondence, unsent: Unsent, of: OfDraft): LetterPaper {
  const { district, style, signatory, madeAt, to } = of;
  const facts = { ...factsOf(known, unsent), signatory, ...(to && { name: known.name, nameHidden: false }) };
  const hidden = letterText('addressee.HIDDEN', style.language, {});
  const nowhere: AddressedTo = { kind: 'APPLICANT', name: undefined, address: known.name && hidden };
  const paper = paperOf(facts, district, style, { to: to ?? nowhere, way: wayOf(known), madeAt });
  const later = { ...paper.signature, post: letterText('signature.LATER', style.language, {}) };
  return withMarkedHoles(signatory ? paper : { ...paper, signature: later });
}

function wayOf({ applicant, source }: Correspondence) {
  return noticeWays(reachable(applicant, source))[0]!;
}

/** Fields that are not filled in, `{{…}}`, as the preview marks them. */
function withMarkedHoles(paper: LetterPaper): LetterPaper {
  const paragraphs = paper.paragraphs.map((one) => ('text' in one ? { ...one, text: bracketedFields(one.text) } : one));
  return { ...paper, paragraphs };
}
