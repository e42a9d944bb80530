import { Injectable } from '@nestjs/common';
import { letterText } from '@otklik/contracts/texts';
import { drawPaper, type DrawnPaper, type LetterPaper } from '@otklik/documents';
import { Clock, localDate } from '@otklik/kernel';
import { outgoingPattern, type District } from '@otklik/tenancy';
import { namedIn } from '../../notice/application/signer-of-notices.js';
import { paperOf } from './letter-paper.js';
import type { LetterFacts, LetterStyle } from './letter.js';
import { LetterSettings } from './send-letter.js';

/** A letter about nothing on the letterhead of a district: what new letters will look like. */
@Injectable()
export class SampleSheet {
  constructor(
    private readonly settings: LetterSettings,
    private readonly clock: Clock,
  ) {}

  /** Nothing of it is kept, and no number is given. Throws `PaperNotMade`. */
  draw(district: District): Promise<DrawnPaper> {
    return drawPaper(samplePaper(district, this.settings, this.clock.now()), district.id);
  }
}

/** By the model of the letters that are kept. Words say where a name, an address and a signature will be. */
export function samplePaper(district: District, style: LetterStyle, madeAt: string): LetterPaper {
  const { language } = style;
  const on = localDate(madeAt, district.zone);
  const words = (id: 'sample.text' | 'addressee.HIDDEN' | 'signature.LATER') => letterText(id, language, {});
  const signatory = namedIn(district);
  const facts: LetterFacts = {
    kind: 'ANSWERED',
    regime: 'APPEAL_59FZ',
    outgoing: { number: outgoingPattern(district.letters ?? {}, Number(on.slice(0, 4))).replace('{n}', '1'), on },
    number: `${district.policy.numberPrefix}-1`,
    registeredOn: on,
    name: undefined,
    nameHidden: true,
    text: words('sample.text'),
    signatory,
    signedAt: undefined,
  };
  const to = { kind: 'APPLICANT', name: undefined, address: words('addressee.HIDDEN') } as const;
  const paper = paperOf(facts, district, style, { to, way: 'PAPER', madeAt });
  return signatory ? paper : { ...paper, signature: { ...paper.signature, post: words('signature.LATER') } };
}
