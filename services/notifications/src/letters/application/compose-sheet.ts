import { Injectable } from '@nestjs/common';
import type { LetterToPrint } from '@otklik/contracts/generated/graphql';
import { isToBody } from '@otklik/contracts/notices-to-bodies';
import { renderPdf, type LetterPaper, type VerificationCode } from '@otklik/documents';
import { Directory, type District } from '@otklik/tenancy';
import { KeyDestroyed } from '@otklik/vault';
import type { LetterSheet } from '../../notice/application/deliveries.js';
import { PaperCodes, shownCode } from '../../papers/application/paper-code.js';
import type { PaperToKeep } from '../../papers/store/kept-papers.js';
import { ConfirmedDatives } from '../store/confirmed-datives.js';
import { AddressApplicant } from './address-applicant.js';
import { dativeName } from './dative-name.js';
import { addressOf } from './letter-files.js';
import { addresseeIn } from './letter-addressee.js';
import { paperOf, type AddressedTo } from './letter-paper.js';
import type { LetterFacts } from './letter.js';
import { OpenLetter } from './open-letter.js';
import { LetterSettings } from './send-letter.js';

type Typed = Omit<LetterToPrint, 'id'>;

/** The one sheet of a numbered letter: the same bytes whenever it is made, as long as the confirmed dative of the name is the same. */
@Injectable()
export class ComposeSheet {
  constructor(
    private readonly letters: OpenLetter,
    private readonly codes: PaperCodes,
    private readonly datives: ConfirmedDatives,
    private readonly addressing: AddressApplicant,
    private readonly settings: LetterSettings,
    private readonly directory: Directory,
  ) {}

  /**
   * `typed`: what a clerk confirmed for the addressee's block. Undefined where it cannot be made: nothing numbered, of an erased text, or,
   * of a letter by post, a name whose dative is not certain before a clerk confirms it. Throws `PaperNotMade`.
   */
  async of(letter: LetterSheet, typed?: Typed): Promise<PaperToKeep | undefined> {
    const { district: id, notice, appeal, person, kind, outgoing } = letter;
    const pdf = outgoing && (await this.pdf(letter, typed));
    if (!outgoing || !pdf) return undefined;
    const code = this.codes.of(id, notice);
    return { district: id, notice, appeal, person, kind, number: outgoing.number, datedOn: outgoing.on, code, pdf };
  }

  /** Also of a letter that has no number, as those opened by releases before numbers. As `of`. */
  async pdf(letter: LetterSheet, typed?: Typed): Promise<Uint8Array | undefined> {
    const district = this.directory.districtById(letter.district);
    const facts = district && (await this.letters.factsOf(letter));
    const to = facts && (await this.addressedTo(letter, facts, typed));
    return district && to ? renderPdf(this.paper(letter, facts, district, to), district.id) : undefined;
  }

  private paper(letter: LetterSheet, facts: LetterFacts, district: District, to: AddressedTo): LetterPaper {
    const { way, outgoing, signedAt, notice, registeredOn } = letter;
    // No day or time of it may depend on the moment at which it is made.
    const madeAt = signedAt ?? `${outgoing?.on ?? registeredOn ?? '2000-01-01'}T00:00:00.000Z`;
    const code = outgoing ? this.verification(district, this.codes.of(district.id, notice)) : undefined;
    return { ...paperOf(facts, district, this.settings, { to, way, madeAt }), ...(code && { code }) };
  }

  private verification({ code: district }: District, code: string): VerificationCode | undefined {
    const { publicUrl } = this.settings;
    if (publicUrl === undefined) return undefined;
    const page = addressOf(publicUrl, district, 'v');
    return { address: `${page}/${code}`, page: page.replace(/^https?:\/\//, ''), short: shownCode(code) };
  }

  private async addressedTo(
    letter: LetterSheet,
    facts: LetterFacts,
    typed: Typed | undefined,
  ): Promise<AddressedTo | undefined> {
    if (!isToBody(facts.kind)) return this.applicantIn(letter, facts, typed);
    const { addressee = '', addresseeAddress } = addresseeIn(facts);
    return { kind: 'BODY', name: addressee, address: addresseeAddress };
  }

  private async applicantIn(letter: LetterSheet, facts: LetterFacts, typed?: Typed): Promise<AddressedTo | undefined> {
    const name = typed?.name ?? facts.name;
    const confirmed = typed?.dative ?? (await this.addressing.confirmed(letter.district, letter.person, name));
    if (!typed && confirmed === undefined && waitsForClerk(letter, name)) return undefined;
    return { kind: 'APPLICANT', name, address: typed?.address ?? (await this.addressing.address(letter)), confirmed };
  }

  /** What a clerk has confirmed for a letter is proposed for the next ones of this person. */
  async keepConfirmed(letter: LetterSheet, { name: typed, dative }: Typed): Promise<void> {
    if (isToBody(letter.kind) || !dative) return;
    const name = typed ?? (await this.letters.factsOf(letter))?.name;
    if (name !== undefined) await this.datives.keep(letter, name, dative).catch(unlessErased);
  }

  /** The name as it would stand, where a clerk should look at its dative before the letter is printed. */
  async toConfirm({ district, person }: LetterSheet, { kind, name }: LetterFacts): Promise<string | undefined> {
    if (isToBody(kind) || isCertain(name)) return undefined;
    return (await this.addressing.confirmed(district, person, name)) === undefined ? name : undefined;
  }
}

/** A letter by post is printed by one, who looks at the name. */
function waitsForClerk({ way }: LetterSheet, name: string | undefined): boolean {
  return way === 'PAPER' && !isCertain(name);
}

function isCertain(name: string | undefined): boolean {
  return name === undefined || dativeName(name).isSure;
}

function unlessErased(error: unknown): void {
  if (!(error instanceof KeyDestroyed)) throw error;
}
