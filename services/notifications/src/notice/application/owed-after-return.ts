import { Injectable } from '@nestjs/common';
import type { CancelGround } from '@otklik/contracts/enumerations';
import { uuidv5 } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { voidBy } from '../domain/void-notice.js';
import { Applicants } from '../store/applicants.js';
import { Questions } from '../store/questions.js';
import { owedNothing } from './applicants.js';
import { Deliveries, type Returned } from './deliveries.js';
import { NoticeHandler } from './notice-handler.js';

/** Whether what came back is still owed to whom it was sent. */
@Injectable()
export class OwedAfterReturn {
  constructor(
    private readonly notices: NoticeHandler,
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

  private async undone(tx: Transaction, district: number, returned: Returned): Promise<CancelGround | undefined> {
    const known = await this.questions.caseHeld(tx, district, returned.appeal);
    if (!known) return undefined;
    return voidBy(known, { ...returned, besideCancelled: await this.besideCancelled(district, returned) });
  }

  /** The forwarding has its notice to the applicant beside its letters. */
  private async besideCancelled(district: number, { kind, cause }: Returned): Promise<CancelGround | undefined> {
    if (kind !== 'COVERING') return undefined;
    const state = await this.notices.state(district, uuidv5(cause, 'notice'));
    return state.status === 'NONE' ? undefined : state.published.cancelled;
  }
}
