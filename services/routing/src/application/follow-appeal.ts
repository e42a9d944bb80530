import { Injectable } from '@nestjs/common';
import type { ClosingGround, Regime } from '@otklik/contracts/enumerations';
import type { CommandContext } from '@otklik/event-store';
import { Refusal } from '@otklik/kernel';
import { PrerequisiteMissing } from '@otklik/messaging';
import { Directory, type District, type Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { Arrival } from '../domain/answer-deadline.js';
import type { Submission } from '../domain/routing-rules.js';
import type { ReopenQuestion } from '../domain/question-again.decide.js';
import type { CloseQuestion, OpenQuestion } from '../domain/question.decide.js';
import type { PassOnWithdrawal } from '../domain/question-handover.decide.js';
import type { AddTerm } from '../domain/question-terms.decide.js';
import { DistrictRoutes } from './district-routes.js';
import { openQuestion, questionId, type Registration } from './open-question.js';
import { QuestionHandler } from './question-handler.js';
import { type NewlyReceived, ReceivedAppeals } from '../store/received-appeals.js';

/** The context of the command to the question of that ordinal. */
export type ContextOf = (ordinal: number) => CommandContext;

/** The grant as intake published it, with the instant of the act. */
export interface Reopening {
  readonly question?: string;
  readonly times: number;
  /** Officials reopened it by themselves, on this addition. */
  readonly supplement?: string;
  readonly person: string;
  readonly regime: Regime;
  readonly grantedOn: string;
  readonly zone: string;
  readonly at: string;
}

interface AppealKey {
  readonly district: number;
  readonly appeal: string;
}

/** A registered appeal opens its question; one that was withdrawn or erased closes all of them, and its text is deleted. */
@Injectable()
export class FollowAppeal {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly received: ReceivedAppeals,
    private readonly directory: Directory,
    private readonly routes: DistrictRoutes,
    private readonly vault: Vault,
  ) {}

  async keep(received: readonly NewlyReceived[], tx: Transaction): Promise<void> {
    await this.received.keep(tx, received);
  }

  /** Throws `PrerequisiteMissing` when the submission has not been consumed yet. */
  async registered(contextOf: ContextOf, appeal: string, registration: Registration, tx: Transaction): Promise<void> {
    const context = contextOf(1);
    const district = this.districtOf(context);
    const { submission, arrival } = await this.submissionOf(district, appeal, tx);
    const open = openQuestion(district, registration, submission, this.routes.of(district), arrival);
    const opened = await this.questions.handle(context, questionId(appeal, 1), open, { tx });
    if (opened.events.length === 0 && !opened.repeated) await this.registeredAgain(contextOf, appeal, open, tx);
  }

  /** A registered message became an appeal: the terms of the law run beside the message's own. */
  private async registeredAgain(
    contextOf: ContextOf,
    appeal: string,
    { deadline, otherDeadlines = [] }: OpenQuestion,
    tx: Transaction,
  ): Promise<void> {
    const again = (ordinal: number) => contextOf(-ordinal);
    await this.ofEach(again, appeal, { type: 'AddTerm', deadline, otherDeadlines }, tx);
  }

  /** The question that is complained of; all that are answered where it names none, or one that is not answered. */
  async reopened(contextOf: ContextOf, appeal: string, granted: Reopening, tx: Transaction): Promise<void> {
    const context = contextOf(1);
    const { regime, grantedOn: registeredOn, zone, at, question, times, supplement, person } = granted;
    const { deadline, otherDeadlines = [] } = openQuestion(
      this.districtOf(context),
      { regime, registeredOn, zone, at, person },
      { text: '', channel: '' },
      () => undefined,
    );
    const own = supplement === undefined ? {} : { supplement };
    const reopen = { type: 'ReopenQuestion', times, ...own, deadline, otherDeadlines } as const;
    if (question !== undefined) {
      const { events } = await this.questions.handle(contextOf(0), question, reopen, { tx });
      if (events.length > 0) return;
    }
    await this.ofEach(contextOf, appeal, reopen, tx);
  }

  async registeredWrongly(contextOf: ContextOf, { district, appeal }: AppealKey, tx: Transaction): Promise<void> {
    await this.received.deleteText(tx, district, appeal);
    await this.closeAll(contextOf, appeal, 'REGISTERED_WRONGLY', tx);
  }

  async withdrawn(contextOf: ContextOf, { district, appeal }: AppealKey, tx: Transaction): Promise<void> {
    await this.received.deleteText(tx, district, appeal);
    await this.closeAll(contextOf, appeal, 'WITHDRAWN', tx);
  }

  async erased(contextOf: ContextOf, { district, appeal }: AppealKey, person: string, tx: Transaction): Promise<void> {
    await this.received.deleteTextsOf(tx, district, person);
    await this.closeAll(contextOf, appeal, 'ERASED', tx);
  }

  /** Districts to which its questions were handed over have a copy, and are told. */
  consentWithdrawn(contextOf: ContextOf, appeal: string, tx: Transaction): Promise<void> {
    return this.ofEach(contextOf, appeal, { type: 'PassOnWithdrawal' }, tx);
  }

  private closeAll(contextOf: ContextOf, appeal: string, ground: ClosingGround, tx: Transaction): Promise<void> {
    return this.ofEach(contextOf, appeal, { type: 'CloseQuestion', ground }, tx);
  }

  /** Ordinals have no gap, so the first id without a stream ends them; an appeal that was never registered has none. */
  private async ofEach(
    contextOf: ContextOf,
    appeal: string,
    command: CloseQuestion | ReopenQuestion | AddTerm | PassOnWithdrawal,
    tx: Transaction,
  ): Promise<void> {
    for (let ordinal = 1; ; ordinal += 1) {
      if (!(await this.exists(contextOf(ordinal), questionId(appeal, ordinal), command, tx))) return;
    }
  }

  /** Runs the command; false where there is no such question. A question that has ended already stays so. */
  private async exists(
    context: CommandContext,
    question: string,
    command: CloseQuestion | ReopenQuestion | AddTerm | PassOnWithdrawal,
    tx: Transaction,
  ): Promise<boolean> {
    try {
      const { version } = await this.questions.handle(context, question, command, { tx });
      return version > 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.code !== 'NOT_FOUND';
    }
  }

  private districtOf({ district }: CommandContext): District {
    const known = this.directory.districtById(district);
    if (!known) throw new TypeError(`The directory has no district ${district}`);
    return known;
  }

  private async submissionOf(
    district: District,
    appeal: string,
    tx: Transaction,
  ): Promise<{ readonly submission: Submission; readonly arrival: Arrival }> {
    const received = await this.received.of(tx, district.id, appeal);
    if (!received) throw new PrerequisiteMissing(`Appeal ${appeal} received`);
    const { text: sealed, settlement, channel, topic, applicant, arrival } = received;
    const text = sealed === null ? undefined : await this.vault.open(district.id, sealed, { field: 'text' });
    return {
      submission: { text: text ?? '', channel, ...present({ settlement, topic }) },
      arrival: { ...arrival, receivedOn: applicant.receivedOn },
    };
  }
}

function present(
  values: Readonly<Record<'settlement' | 'topic', string | null>>,
): Pick<Submission, 'settlement' | 'topic'> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
