import { Injectable } from '@nestjs/common';
import type { ClosingGround, Regime } from '@otklik/contracts/enumerations';
import type { CommandContext } from '@otklik/event-store';
import { compact, Refusal } from '@otklik/kernel';
import { PrerequisiteMissing } from '@otklik/messaging';
import { Directory, type District, type Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { Arrival } from '../domain/answer-deadline.js';
import type { Submission } from '../domain/routing-rules.js';
import type { ReopenQuestion } from '../domain/question-again.decide.js';
import type { CloseQuestion, OpenQuestion } from '../domain/question.decide.js';
import type { PassOnWithdrawal } from '../domain/question-handover.decide.js';
import { DistrictRoutes } from './district-routes.js';
import { openQuestion, questionId, type Registration } from './open-question.js';
import { QuestionHandler } from './question-handler.js';
import { type NewlyReceived, type ReceivedAppeal, ReceivedAppeals } from '../store/received-appeals.js';

/** The context of the command to the question of that ordinal. */
export type ContextOf = (ordinal: number) => CommandContext;

/** The grant as intake published it, with the instant of the act. */
export interface Reopening {
  readonly question?: string;
  readonly times: number;
  /** Officials reopened it by themselves, on this addition. */
  readonly supplement?: string;
  /** Sealed; they did so on no addition. */
  readonly reason?: string;
  readonly person: string;
  readonly regime: Regime;
  readonly grantedOn: string;
  readonly zone: string;
  readonly at: string;
}

/** A registration as intake published it. */
export interface RegisteredAppeal extends AppealKey {
  readonly registration: Registration;
  readonly contextOf: ContextOf;
}

interface Submitted {
  readonly submission: Submission;
  readonly arrival: Arrival;
}

type Questions = ReturnType<QuestionHandler['commandsIn']>;

/** A command to one question; answers its version, 0 where there is none. */
type Run = (context: CommandContext, question: string) => Promise<{ readonly version: number }>;

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

  /** Of one district, in order. Throws `PrerequisiteMissing` when a submission has not been consumed yet. */
  async registered(registered: readonly RegisteredAppeal[], tx: Transaction): Promise<void> {
    const [first] = registered;
    if (!first) return;
    const appeals = registered.map(({ appeal }) => appeal);
    const received = await this.received.ofAll(tx, first.district, appeals);
    // At once, so that the keys of all texts come in one query.
    const submitted = await Promise.all(registered.map((one) => this.submissionOf(one, received.get(one.appeal))));
    const commands = this.questions.commandsIn(tx);
    await commands.load(registered.map(({ district, appeal }) => ({ district, stream: questionId(appeal, 1) })));
    for (const [index, one] of registered.entries()) await this.open(one, submitted[index]!, commands);
    await commands.append();
  }

  private async open(
    { appeal, registration, contextOf }: RegisteredAppeal,
    { submission, arrival }: Submitted,
    commands: Questions,
  ): Promise<void> {
    const context = contextOf(1);
    const district = this.districtOf(context);
    const open = openQuestion(district, registration, submission, this.routes.of(district), arrival);
    const unit = commands.begin();
    const { effect } = await unit.handle(context, questionId(appeal, 1), open);
    if (effect === 'NONE') await this.registeredAgain(contextOf, appeal, open, commands, unit);
    unit.keep();
  }

  /** A registered message became an appeal: the terms of the law run beside the message's own. */
  private async registeredAgain(
    contextOf: ContextOf,
    appeal: string,
    { deadline, otherDeadlines = [] }: OpenQuestion,
    commands: Questions,
    unit: ReturnType<Questions['begin']>,
  ): Promise<void> {
    const again = (ordinal: number) => contextOf(-ordinal);
    await this.ofEach(again, appeal, async (context, stream) => {
      await commands.load([{ district: context.district, stream }]);
      return unit.handle(context, stream, { type: 'AddTerm', deadline, otherDeadlines });
    });
  }

  /** The question that is complained of; all that are answered where it names none, or one that is not answered. */
  async reopened(contextOf: ContextOf, appeal: string, granted: Reopening, tx: Transaction): Promise<void> {
    const context = contextOf(1);
    const { regime, grantedOn: registeredOn, zone, at, question, times, supplement, reason, person } = granted;
    const { deadline, otherDeadlines = [] } = openQuestion(
      this.districtOf(context),
      { regime, registeredOn, zone, at, person },
      { text: '', channel: '' },
      () => undefined,
    );
    const own = { ...compact({ supplement }), ...(reason !== undefined && { isOwn: true }) };
    const reopen = { type: 'ReopenQuestion', times, ...own, deadline, otherDeadlines } as const;
    if (question !== undefined) {
      const { events } = await this.questions.handle(contextOf(0), question, reopen, { tx });
      if (events.length > 0) return;
    }
    await this.ofEach(contextOf, appeal, this.running(reopen, tx));
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

  /** Districts to which its questions were handed over have a copy, and are notified. */
  consentWithdrawn(contextOf: ContextOf, appeal: string, tx: Transaction): Promise<void> {
    return this.ofEach(contextOf, appeal, this.running({ type: 'PassOnWithdrawal' }, tx));
  }

  private closeAll(contextOf: ContextOf, appeal: string, ground: ClosingGround, tx: Transaction): Promise<void> {
    return this.ofEach(contextOf, appeal, this.running({ type: 'CloseQuestion', ground }, tx));
  }

  private running(command: CloseQuestion | ReopenQuestion | PassOnWithdrawal, tx: Transaction): Run {
    return (context, question) => this.questions.handle(context, question, command, { tx });
  }

  /** Ordinals have no gap, so the first id without a stream ends them; an appeal that was never registered has none. */
  private async ofEach(contextOf: ContextOf, appeal: string, run: Run): Promise<void> {
    for (let ordinal = 1; ; ordinal += 1) {
      if (!(await this.exists(() => run(contextOf(ordinal), questionId(appeal, ordinal))))) return;
    }
  }

  /** Runs the command; false where there is no such question. A question that has ended already stays so. */
  private async exists(run: () => ReturnType<Run>): Promise<boolean> {
    try {
      const { version } = await run();
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
    { district, appeal }: AppealKey,
    received: ReceivedAppeal | undefined,
  ): Promise<Submitted> {
    if (!received) throw new PrerequisiteMissing(`Appeal ${appeal} received`);
    const { text: sealed, settlement, channel, topic, applicant, arrival } = received;
    const text = sealed === null ? undefined : await this.vault.open(district, sealed, { field: 'text' });
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
