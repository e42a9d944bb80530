import { Injectable } from '@nestjs/common';
import { bodyTerm, type BodyTerm } from '@otklik/case/body-term';
import { questionId } from '@otklik/contracts/question-id';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { LocalDate } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { ReceivedAppeals } from '../store/received-appeals.js';
import { QuestionHandler } from './question-handler.js';

interface AppealKey {
  readonly district: number;
  readonly appeal: string;
}

/** A term of the question of that stream. */
export interface TermOf<Term> extends AppealKey {
  readonly stream: string;
  readonly deadline: Term;
}

/** The day by which the body that sent an appeal on asks for the answer, as a term of its questions to warn of. */
@Injectable()
export class BodyTerms {
  constructor(
    private readonly received: ReceivedAppeals,
    private readonly questions: QuestionHandler,
  ) {}

  /** Those that run beside terms of answers that were set, of one district. */
  async beside(set: readonly TermOf<DeadlineSetData>[], tx: Transaction): Promise<readonly TermOf<BodyTerm>[]> {
    const answers = set.filter(({ deadline }) => deadline.duty === 'ANSWER');
    const [first] = answers;
    if (!first) return [];
    const { district } = first;
    const asked = await this.received.askedBy(tx, district, [...new Set(answers.map(({ appeal }) => appeal))]);
    const found: TermOf<BodyTerm>[] = [];
    for (const { appeal, stream } of answers.filter((one) => asked.has(one.appeal)))
      found.push(...((await this.ofQuestion({ district, appeal, stream }, asked.get(appeal), tx)) ?? []));
    return found;
  }

  async askedBy({ district, appeal }: AppealKey, tx: Transaction): Promise<LocalDate | undefined> {
    return (await this.received.askedBy(tx, district, [appeal])).get(appeal);
  }

  /** It was recorded from whom it came. A warning of the day before finds that another one, or none, is asked for. */
  async recorded(
    { district, appeal }: AppealKey,
    asked: LocalDate | undefined,
    tx: Transaction,
  ): Promise<readonly TermOf<BodyTerm>[]> {
    await this.received.keepAsked(tx, district, appeal, asked);
    return asked === undefined ? [] : this.ofQuestions({ district, appeal }, asked, tx);
  }

  /** Ordinals have no gap. */
  private async ofQuestions(of: AppealKey, asked: LocalDate, tx: Transaction): Promise<readonly TermOf<BodyTerm>[]> {
    const found: TermOf<BodyTerm>[] = [];
    for (let ordinal = 1; ; ordinal += 1) {
      const stream = questionId(of.appeal, ordinal);
      const term = await this.ofQuestion({ ...of, stream }, asked, tx);
      if (!term) return found;
      found.push(...term);
    }
  }

  /** None or one; undefined where there is no such question. */
  private async ofQuestion(
    of: Omit<TermOf<BodyTerm>, 'deadline'>,
    asked: LocalDate | undefined,
    tx: Transaction,
  ): Promise<readonly TermOf<BodyTerm>[] | undefined> {
    const { state } = await this.questions.load(of.district, of.stream, tx);
    if (state.status === 'NONE') return undefined;
    const deadline = bodyTerm(state.published, asked);
    return deadline ? [{ ...of, deadline }] : [];
  }
}
