import { Injectable } from '@nestjs/common';
import { Clock, Refusal, tryEach, uuidv5 } from '@otklik/kernel';
import { Database, Directory, legalRule, type District } from '@otklik/tenancy';
import { recountedTerm } from '../domain/recounted-term.js';
import { type ProvisionalTerm, ProvisionalTerms } from '../store/provisional-terms.js';
import { QuestionHandler } from './question-handler.js';

const MAX_AT_ONCE = 100;

/**
 * Recalculates terms that counted a year without a decree, once its calendar is loaded; by the rule under which they
 * were set, whatever the district's present policy.
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
    for (const district of this.directory.districts()) {
      const due = await this.terms.countedOtherwise(district.id, district.calendar.version, MAX_AT_ONCE);
      await tryEach(due, (term) => this.recount(term, district));
      count += due.length;
    }
    return count;
  }

  /** The row goes on with the fact, in one transaction: of two copies one records it. */
  private async recount(term: ProvisionalTerm, { calendar, law = {} }: District): Promise<void> {
    const { district, question, appeal, deadline } = term;
    const { rule, countedFrom } = deadline;
    const context = {
      district,
      correlationId: appeal,
      at: this.clock.now(),
      actor: { kind: 'system', id: 'routing.terms' },
      commandId: uuidv5(question, `recount ${rule} ${countedFrom} ${calendar.version}`),
    } as const;
    await this.database.scope(district).transaction(async (tx) => {
      if (!(await this.terms.take(tx, term, calendar.version))) return;
      try {
        const recounted = recountedTerm(deadline, calendar, legalRule(law, rule));
        await this.questions.handle(context, question, { type: 'RecountTerm', deadline: recounted }, { tx });
      } catch (error) {
        // Of an erased person nothing is recorded any more.
        if (!(error instanceof Refusal)) throw error;
      }
    });
  }
}
