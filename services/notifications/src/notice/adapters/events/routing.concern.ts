import type { Case } from '@otklik/case/case';
import { SourceRecorded } from '@otklik/contracts/intake.events';
import {
  AnswerAccepted,
  AnswerRefused,
  AssignmentTakenBack,
  BodyReacted,
  DeadlineExtensionDecided,
  DeadlineSet,
  InformationRequested,
  InterimAnswerGiven,
  ExecutorAssigned,
  ForwardingWithdrawn,
  QuestionAnswered,
  QuestionEnded,
  QuestionForwarded,
  QuestionLeftUnanswered,
  QuestionOpened,
  QuestionReopened,
  QuestionRestored,
  QuestionReturned,
  QuestionRouted,
  QuestionTakenBack,
} from '@otklik/contracts/routing.events';
import {
  Concern,
  On,
  OnCase,
  OnCases,
  type CaseWith,
  type CommandsOf,
  type EventOf,
  type Reaction,
  type ReactionWithCase,
} from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { FollowedRequests } from '../../../bodies/store/followed-requests.js';
import { EndNotices } from '../../application/end-notices.js';
import { ReachApplicant, type Telling } from '../../application/reach-applicant.js';
import { WriteToBodies } from '../../../bodies/application/write-to-bodies.js';
import { TellEnd } from '../../application/tell-end.js';
import { SendAnswer } from '../../application/send-answer.js';
import { type Question, Questions } from '../../store/questions.js';

type Changed = EventOf<
  | (typeof QuestionOpened | typeof QuestionRouted | typeof ExecutorAssigned | typeof QuestionReturned)
  | typeof AssignmentTakenBack
  | (typeof QuestionTakenBack | typeof QuestionRestored | typeof DeadlineSet | typeof QuestionReopened)
>;

@Concern('notifications.routing', { QuestionRestored: 'PAST' })
export class RoutingConcern {
  constructor(
    private readonly questions: Questions,
    private readonly applicant: ReachApplicant,
    private readonly end: TellEnd,
    private readonly bodies: WriteToBodies,
    private readonly answer: SendAnswer,
    private readonly notices: EndNotices,
    private readonly requests: FollowedRequests,
  ) {}

  @OnCases(
    ...[QuestionOpened, QuestionRouted, ExecutorAssigned, QuestionReturned, QuestionRestored],
    ...[DeadlineSet, AssignmentTakenBack],
  )
  async changed(events: readonly Changed[], tx: Transaction, _: CommandsOf, caseOf: CaseWith): Promise<void> {
    const changed = events.flatMap((event) => questionIn(event, caseOf(event)));
    await this.questions.keep(tx, [...new Map(changed.map((one) => [one.question, one])).values()]);
  }

  @On(AnswerAccepted)
  accepted({ district, data }: EventOf<typeof AnswerAccepted>, { tx }: Reaction) {
    return this.answer.judged(district, data.answer, 'ACCEPTED', tx);
  }

  @On(AnswerRefused)
  refused({ district, data }: EventOf<typeof AnswerRefused>, { tx }: Reaction) {
    return this.answer.judged(district, data.answer, 'REFUSED', tx);
  }

  /**
   * The applicant is notified that the requested reconsideration is granted, or that officials reconsider on their own;
   * and of the new term.
   */
  @OnCase(QuestionReopened)
  async reopened(event: EventOf<typeof QuestionReopened>, { command, commandFor, tx, known }: ReactionWithCase) {
    const { until, supplement: answers } = event.data;
    await this.questions.keep(tx, questionIn(event, known));
    await this.notices.reopened(commandFor, event, event.stream, tx);
    const about = event.stream;
    const telling: Telling =
      answers === undefined
        ? { kind: 'REOPENING_DECIDED', about, details: { decision: 'GRANTED', until } }
        : { kind: 'REOPENED', about, details: { until }, answers };
    await this.applicant.tell(command, event, telling, tx);
  }

  /** Bodies gave it back. */
  @OnCase(QuestionTakenBack)
  async takenBack(event: EventOf<typeof QuestionTakenBack>, { commandFor, tx, known }: ReactionWithCase) {
    await this.questions.keep(tx, questionIn(event, known));
    await this.notices.reopened(commandFor, event, event.stream, tx);
  }

  @On(QuestionForwarded)
  async forwarded(event: EventOf<typeof QuestionForwarded>, { command, commandFor, tx }: Reaction) {
    await this.end.forwarded(command, event, event.stream, event.data.to, tx);
    await this.bodies.forwarded(commandFor, event, event.stream, event.data, tx);
  }

  /** An answer and a return are the last that a body does: its server is asked no more. */
  @On(BodyReacted)
  async reacted({ district, data }: EventOf<typeof BodyReacted>, { tx }: Reaction) {
    if (data.reaction !== 'ACCEPTED') await this.requests.end(tx, district, data.letter);
  }

  @On(InformationRequested)
  requested(event: EventOf<typeof InformationRequested>, { command, tx }: Reaction) {
    return this.bodies.requested(command, event, event.stream, event.data, tx);
  }

  @On(ForwardingWithdrawn)
  forwardingWithdrawn(event: EventOf<typeof ForwardingWithdrawn>, { commandFor, tx }: Reaction) {
    return this.notices.forwardingWithdrawn(commandFor, event, event.stream, tx);
  }

  @OnCase(QuestionAnswered, QuestionEnded)
  async ended(
    event: EventOf<typeof QuestionAnswered | typeof QuestionEnded>,
    { commandFor, tx, known }: ReactionWithCase,
  ) {
    await this.notices.questionEnded(commandFor, event, event.stream, tx);
    await this.bodies.informed(commandFor('informing'), event, event.stream, known, tx);
  }

  /** Of intake; here, so that it is in its order with the ends. */
  @OnCase(SourceRecorded)
  sourceRecorded(event: EventOf<typeof SourceRecorded>, { commandFor, tx, known }: ReactionWithCase) {
    return this.bodies.sourceRecorded(commandFor, event, known, tx);
  }

  @On(QuestionLeftUnanswered)
  leftUnanswered(event: EventOf<typeof QuestionLeftUnanswered>, { command, tx }: Reaction) {
    return this.end.leftUnanswered(command, event, event.stream, event.data, tx);
  }

  /** The applicant must be notified before the former term ends (59-FZ art. 12(2)). */
  @On(DeadlineExtensionDecided)
  extended(event: EventOf<typeof DeadlineExtensionDecided>, { command, tx }: Reaction) {
    const { deadline, reason } = event.data;
    const details = { until: deadline.dueOn };
    const text = { sealed: reason, field: 'reason' };
    return this.applicant.tell(command, event, { kind: 'EXTENDED', about: event.stream, details, text }, tx);
  }

  @On(InterimAnswerGiven)
  interim(event: EventOf<typeof InterimAnswerGiven>, { command, tx }: Reaction) {
    const text = { sealed: event.data.text, field: 'text' };
    return this.applicant.tell(command, event, { kind: 'INTERIM_ANSWER', about: event.stream, text }, tx);
  }
}

/** What letters say of the event's question. */
function questionIn(
  { district, appeal, stream: question, version }: Omit<Changed, 'data'>,
  { questions }: Case,
): readonly Question[] {
  const part = questions[question];
  if (!part) return [];
  const { topic, department, executor, deadline } = part;
  return [{ district, question, appeal, version, topic, department, executor, dueOn: deadline?.dueOn }];
}
