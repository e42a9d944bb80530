import { Injectable } from '@nestjs/common';
import type { HandoverEnd } from '@otklik/contracts/enumerations';
import { questionId } from '@otklik/contracts/question-id';
import type { CommandContext } from '@otklik/event-store';
import { localDate, type LocalDate } from '@otklik/kernel';
import { Directory, type District, type Transaction } from '@otklik/tenancy';
import { endOfCase } from '../domain/end-of-case.js';
import type { QuestionEvent } from '../domain/question-state.js';
import type { AcceptHandover, EndHandover } from '../domain/question-handover.decide.js';
import { HandoverOrigins } from '../store/handover-origins.js';
import { QuestionHandler } from './question-handler.js';

type HandoverReport = Omit<AcceptHandover, 'to' | 'times'> | Omit<EndHandover, 'to' | 'times'>;

/** A case of the receiving district. */
export interface ReceivedCase {
  readonly district: number;
  readonly appeal: string;
}

/**
 * What became of a handed over question goes back to the district that it came from: the number of its registration and its
 * end, nothing else. That is recorded in a transaction of that district (docs/adr/0024).
 */
@Injectable()
export class FollowHandover {
  constructor(
    private readonly origins: HandoverOrigins,
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
  ) {}

  async received(
    { district, appeal }: ReceivedCase,
    origin: { readonly district: string; readonly question: string; readonly times: number },
    tx: Transaction,
  ): Promise<void> {
    const source = this.directory.district(origin.district);
    if (!source) throw new TypeError(`The directory has no district ${origin.district}`);
    const { question, times } = origin;
    await this.origins.keep(tx, { district, appeal, from: source.id, question, times });
  }

  /** Which of these cases another district handed over. */
  async handedOver<Case extends ReceivedCase>(cases: readonly Case[], tx: Transaction): Promise<readonly Case[]> {
    const origins = await this.origins.ofAll(tx, cases);
    return cases.filter(({ appeal }) => origins.has(appeal));
  }

  async registered(
    command: CommandContext,
    of: ReceivedCase,
    { number, registeredOn }: Pick<AcceptHandover, 'number' | 'registeredOn'>,
    tx: Transaction,
  ): Promise<void> {
    await this.tell(command, of, { type: 'AcceptHandover', number, registeredOn }, tx);
  }

  /** By its questions: it is answered when one of them is. */
  async answered(command: CommandContext, of: ReceivedCase, endedOn: LocalDate, tx: Transaction): Promise<void> {
    if (!(await this.origins.of(tx, of.district, of.appeal))) return;
    const end = endOfCase(await this.questionsOf(of, tx));
    await this.tell(command, of, { type: 'EndHandover', end, endedOn }, tx);
  }

  /** It was withdrawn, erased, or not considered at all. */
  async closed(command: CommandContext, of: ReceivedCase, at: string, tx: Transaction): Promise<void> {
    const endedOn = localDate(at, this.districtOf(of).zone);
    await this.tell(command, of, { type: 'EndHandover', end: 'CLOSED' satisfies HandoverEnd, endedOn }, tx);
  }

  private async tell(command: CommandContext, of: ReceivedCase, told: HandoverReport, tx: Transaction): Promise<void> {
    const origin = await this.origins.of(tx, of.district, of.appeal);
    if (!origin) return;
    const { from, question, times } = origin;
    const whole = { ...told, to: this.districtOf(of).code, times };
    await this.questions.handle({ ...command, district: from }, question, whole);
  }

  /** Ordinals have no gap, so the first id without a stream ends them. */
  private async questionsOf({ district, appeal }: ReceivedCase, tx: Transaction): Promise<readonly QuestionEvent[][]> {
    const questions: QuestionEvent[][] = [];
    for (let ordinal = 1; ; ordinal += 1) {
      const events = await this.questions.read(district, questionId(appeal, ordinal), tx);
      if (events.length === 0) return questions;
      questions.push([...events]);
    }
  }

  private districtOf({ district }: ReceivedCase): District {
    const known = this.directory.districtById(district);
    if (!known) throw new TypeError(`The directory has no district ${district}`);
    return known;
  }
}
