import { Injectable } from '@nestjs/common';
import type { Outcome } from '@otklik/contracts/enumerations';
import type { CommandContext } from '@otklik/event-store';
import { compact } from '@otklik/kernel';
import { PrerequisiteMissing } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import { AnswerDuplicates } from './answer-duplicates.js';
import { EndNotices } from './end-notices.js';
import { ReachApplicant, type CarriedFiles, type CarriedText, type Cause } from './reach-applicant.js';
import { type Verdict, Verdicts } from '../store/verdicts.js';

export interface SignedAnswer {
  readonly answer: string;
  readonly question: string;
  readonly text: CarriedText;
  readonly attached?: CarriedFiles;
  readonly outcome: Outcome;
  readonly signatory: string;
  /** Of one who signed in another's stead. */
  readonly post?: string;
  readonly signedAt: string;
}

interface Commands {
  readonly command: CommandContext;
  commandFor(step: string): CommandContext;
}

/** A signed answer is sent once routing has accepted it, and until its signature is revoked. */
@Injectable()
export class SendAnswer {
  constructor(
    private readonly verdicts: Verdicts,
    private readonly applicant: ReachApplicant,
    private readonly duplicates: AnswerDuplicates,
    private readonly ends: EndNotices,
  ) {}

  async judged(district: number, answer: string, verdict: Verdict, tx: Transaction): Promise<void> {
    await this.verdicts.keep(tx, district, answer, verdict);
  }

  /** Throws `PrerequisiteMissing` until routing has decided: topics have no order between them. */
  async signed(
    { command, commandFor }: Commands,
    cause: Cause,
    { answer, question: about, text, attached, outcome, ...given }: SignedAnswer,
    tx: Transaction,
  ): Promise<void> {
    const verdict = await this.verdicts.of(tx, cause.district, answer);
    if (verdict === undefined) throw new PrerequisiteMissing(`Answer ${answer} accepted or refused`);
    if (verdict === 'REFUSED') return;
    const { signatory, signedAt, post } = given;
    const signed = compact({ signatory, signedAt, post });
    await this.applicant.tell(
      command,
      cause,
      { kind: 'ANSWERED', about, text, ...compact({ attached }), ...signed },
      tx,
    );
    await this.duplicates.answered(commandFor, cause, { outcome, ...signed }, tx);
  }

  /** Throws `PrerequisiteMissing` while a letter is under way: whether it left decides whether the revocation came late. */
  async revoked({ commandFor }: Commands, cause: Cause, question: string, tx: Transaction): Promise<void> {
    await this.ends.revoked(commandFor, cause, question, tx);
  }
}
