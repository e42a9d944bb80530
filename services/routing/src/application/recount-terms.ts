import { Injectable } from '@nestjs/common';
import { Clock, deadlineOf, Refusal, tryEach, uuidv5, type WorkingCalendar } from '@otklik/kernel';
import { Database, Directory } from '@otklik/tenancy';
import { ProvisionalTerms, type ProvisionalTerm } from './provisional-terms.js';
import { QuestionHandler } from './question-handler.js';

const MAX_AT_ONCE = 100;

/**
 * Sets terms anew that counted a year without a decree, once its calendar is there; by the rule under which they were set, whatever
 * the district's policy is now.
 */
@Injectable()
export class RecountTerms {
  constructor(
    private readonly terms: ProvisionalTerms,
    private readonly questions: QuestionHandler,
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Answers how many were looked at. Throws what went wrong with one of them after it has tried the others. */
  async recountDue(): Promise<number> {
    let count = 0;
    for (const { id, calendar } of this.directory.districts()) {
      const due = await this.terms.countedOtherwise(id, calendar.version, MAX_AT_ONCE);
      await tryEach(due, (term) => this.recount(term, calendar));
      count += due.length;
    }
    return count;
  }

  /** The row goes on with the fact, in one transaction: of two copies one records it. */
  private async recount(term: ProvisionalTerm, calendar: WorkingCalendar): Promise<void> {
    const { district, question, appeal, deadline } = term;
    const { rule, countedFrom } = deadline;
    const context = {
      ...{ district, correlationId: appeal, at: this.clock.now() },
      actor: { kind: 'system', id: 'routing.terms' },
      commandId: uuidv5(question, `recount ${rule} ${countedFrom} ${calendar.version}`),
    } as const;
    await this.database.scope(district).transaction(async (tx) => {
      if (!(await this.terms.take(tx, term, calendar.version))) return;
      try {
        const recounted = { type: 'RecountTerm', deadline: countedBy(decreedOnly(calendar), deadline) } as const;
        await this.questions.handle(context, question, recounted, { tx });
      } catch (error) {
        // Of an erased person nothing is recorded any more.
        if (!(error instanceof Refusal)) throw error;
      }
    });
  }
}

/** A term that waits for a decree is not counted anew by a year that is known without its transfers. */
function decreedOnly({ withoutTransfers = [], ...calendar }: WorkingCalendar): WorkingCalendar {
  return { ...calendar, years: calendar.years.filter((year) => !withoutTransfers.includes(year)) };
}

/** The same term of the same event by another calendar. */
function countedBy(calendar: WorkingCalendar, deadline: ProvisionalTerm['deadline']): ProvisionalTerm['deadline'] {
  const { rule: id, ruleVersion: version, term, unit, endOnDayOff, duty, source, by } = deadline;
  const { countedFrom: on, zone, countedAt: at } = deadline;
  const start = { on, zone, ...(at === undefined ? {} : { at }) };
  return { ...deadlineOf(start, { id, version, term, unit, endOnDayOff, duty, source }, calendar), by };
}
