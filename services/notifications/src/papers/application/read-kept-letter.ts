import { Injectable } from '@nestjs/common';
import { markedCopy } from '@otklik/documents';
import { Clock, localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { LetterOpenings, type LetterOpener, type OpenerIn } from '../../letters/store/letter-openings.js';
import { KeptPapers, type KeptPaper } from '../store/kept-papers.js';
import { LetterSignatures } from '../store/letter-signatures.js';

export interface LetterFile {
  readonly paper: KeptPaper;
  readonly pdf: Uint8Array;
}

/** A kept letter for an official: as it is kept, or a copy to print. Name and address stand on it: each opening is on record first. */
@Injectable()
export class ReadKeptLetter {
  constructor(
    private readonly papers: KeptPapers,
    private readonly signatures: LetterSignatures,
    private readonly openings: LetterOpenings,
    private readonly clock: Clock,
  ) {}

  /** The kept bytes; of a letter that was taken back a copy that says so. Undefined where none is kept, or readable. Throws as `openerIn`. */
  async read(district: District, notice: string, openerIn: OpenerIn): Promise<LetterFile | undefined> {
    const opener = await this.openerOf(district, notice, openerIn);
    const kept = await this.opened(district, notice, { ...opener, reason: 'READING' });
    if (!kept || !(await this.papers.isAnnulled(district.id, notice))) return kept;
    const pdf = await markedCopy(kept.pdf, { ...this.made(district), certificates: [], isAnnulled: true }, district.id);
    return { ...kept, pdf };
  }

  /**
   * A copy with the mark of the electronic signature. As `read`; undefined unless the signature was verified up to the certificate of an
   * accredited authority, which the mark claims.
   */
  async copy(district: District, notice: string, openerIn: OpenerIn): Promise<LetterFile | undefined> {
    const opener = await this.openerOf(district, notice, openerIn);
    const signed = await this.signatures.certificates(district.id, notice);
    if (signed.length === 0) return undefined;
    const kept = await this.opened(district, notice, { ...opener, reason: 'PRINTED_AGAIN' });
    if (!kept) return undefined;
    const day = (instant: string): string => localDate(instant, district.zone);
    const certificates = signed.map(({ from, until, ...one }) => ({ ...one, from: day(from), to: day(until) }));
    const isAnnulled = await this.papers.isAnnulled(district.id, notice);
    const pdf = await markedCopy(kept.pdf, { ...this.made(district), certificates, isAnnulled }, district.id);
    return { ...kept, pdf };
  }

  private async openerOf({ id }: District, notice: string, openerIn: OpenerIn): Promise<ReturnType<OpenerIn>> {
    const signing = await this.signatures.signing(id, notice);
    return openerIn(signing?.department ?? undefined);
  }

  private async opened({ id }: District, notice: string, opening: LetterOpener): Promise<LetterFile | undefined> {
    const [paper, pdf] = [await this.papers.of(id, notice), await this.papers.read(id, notice)];
    if (!paper || !pdf) return undefined;
    const letters = { notices: [notice], appeals: [paper.appeal] };
    await this.openings.record(id, { ...opening, ...letters, at: this.clock.now() });
    return { paper, pdf };
  }

  private made({ zone }: District): { readonly on: string } {
    return { on: localDate(this.clock.now(), zone) };
  }
}
