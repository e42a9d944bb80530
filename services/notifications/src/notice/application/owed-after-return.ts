import { Injectable } from '@nestjs/common';
import type { Case } from '@otklik/case/case';
import { informingOf, isAbout } from '@otklik/case/informed-body';
import { isDone } from '@otklik/case/question-status';
import type { CancelGround } from '@otklik/contracts/enumerations';
import type { NoticeDetails } from '@otklik/contracts/notifications.events';
import type { Transaction } from '@otklik/tenancy';
import { Applicants } from '../store/applicants.js';
import { Questions } from '../store/questions.js';
import { owedNothing } from './applicants.js';
import { Deliveries, type Returned } from './deliveries.js';

/** Whether what came back is still owed to whom it was sent. */
@Injectable()
export class OwedAfterReturn {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly applicants: Applicants,
    private readonly questions: Questions,
  ) {}

  /**
   * Why it goes nowhere else: the ground on which it would have been cancelled, had it not left. Undefined where it is owed, or not known.
   * Case and applicant are held in this order, as the reactor writes them: what changes them meanwhile waits, and finds what is sent again.
   */
  async overBy(tx: Transaction, district: number, notice: string): Promise<CancelGround | undefined> {
    const returned = await this.deliveries.returnedOf(tx, district, notice);
    if (!returned) return undefined;
    const undone = await this.undone(tx, district, returned);
    const applicant = await this.applicants.held(tx, district, returned.appeal);
    return (applicant && owedNothing(applicant)) ?? undone;
  }

  private async undone(
    tx: Transaction,
    district: number,
    { appeal, question, kind, details }: Returned,
  ): Promise<CancelGround | undefined> {
    if (kind !== 'INFORMING' || question === null) return undefined;
    const known = await this.questions.caseHeld(tx, district, appeal);
    return known && undoneBy(known, question, details);
  }
}

/** What a body was informed of is no more, or it is not the body that is known now. */
function undoneBy(known: Case, question: string, details: NoticeDetails): CancelGround | undefined {
  if (isAbout(informingOf(question, known), details)) return undefined;
  if (known.appeal.correction !== undefined) return 'REGISTERED_WRONGLY';
  const part = known.questions[question];
  const endedOn = part && isDone(part.state) ? (part.answeredOn ?? part.endedOn) : undefined;
  return endedOn !== undefined && endedOn === details.endedOn ? 'SOURCE_CORRECTED' : 'RECONSIDERED';
}
