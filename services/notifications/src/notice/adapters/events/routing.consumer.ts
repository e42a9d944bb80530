import type { PublicEvent } from '@otklik/contracts/envelope';
import {
  AnswerAccepted,
  AnswerRefused,
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
  QuestionReturned,
  QuestionRouted,
  QuestionTakenBack,
} from '@otklik/contracts/routing.events';
import {
  changeBy,
  declaredChange,
  Concern,
  On,
  OnBatch,
  type ChangeBy,
  type EventOf,
  type Reaction,
} from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { FollowedRequests } from '../../../bodies/store/followed-requests.js';
import { EndNotices } from '../../application/end-notices.js';
import { FollowQuestion, type QuestionFact, type QuestionPart } from '../../application/follow-question.js';
import { ReachApplicant, type Telling } from '../../application/reach-applicant.js';
import { WriteToBodies } from '../../../bodies/application/write-to-bodies.js';
import { TellEnd } from '../../application/tell-end.js';
import { SendAnswer } from '../../application/send-answer.js';

/** What letters say of a question. */
const changes: readonly ChangeBy<undefined, QuestionPart>[] = [
  changeBy([QuestionOpened], () => ({})),
  changeBy([QuestionRouted], ({ data: { topic, department } }) => ({ topic, department, executor: undefined })),
  changeBy([ExecutorAssigned], ({ data: { executor, department } }) => ({ executor, department })),
  changeBy([QuestionReturned, QuestionTakenBack], () => ({ department: undefined, executor: undefined })),
  changeBy([DeadlineSet], ({ data: { duty, dueOn } }) => (duty === 'ANSWER' ? { dueOn } : {})),
];

@Concern('notifications.routing')
export class RoutingConsumer {
  constructor(
    private readonly question: FollowQuestion,
    private readonly applicant: ReachApplicant,
    private readonly end: TellEnd,
    private readonly bodies: WriteToBodies,
    private readonly answer: SendAnswer,
    private readonly notices: EndNotices,
    private readonly requests: FollowedRequests,
  ) {}

  @OnBatch(QuestionOpened, QuestionRouted, ExecutorAssigned, QuestionReturned, QuestionTakenBack, DeadlineSet)
  changed(events: readonly PublicEvent[], tx: Transaction) {
    return this.question.changed(
      events.map((event) => ({ ...factOf(event), part: declaredChange(changes, event)(undefined) })),
      tx,
    );
  }

  @On(AnswerAccepted)
  accepted({ district, data }: EventOf<typeof AnswerAccepted>, { tx }: Reaction) {
    return this.answer.judged(district, data.answer, 'ACCEPTED', tx);
  }

  @On(AnswerRefused)
  refused({ district, data }: EventOf<typeof AnswerRefused>, { tx }: Reaction) {
    return this.answer.judged(district, data.answer, 'REFUSED', tx);
  }

  /** The applicant who asked for another consideration is told that it is granted, whom officials answer anew, that they do; and the new term. */
  @On(QuestionReopened)
  async reopened(event: EventOf<typeof QuestionReopened>, { command, tx }: Reaction) {
    const { topic, department, executor, until, supplement: answers } = event.data;
    await this.question.changed([{ ...factOf(event), part: { topic, department, executor } }], tx);
    const about = event.stream;
    const telling: Telling =
      answers === undefined
        ? { kind: 'REOPENING_DECIDED', about, details: { decision: 'GRANTED', until } }
        : { kind: 'REOPENED', about, details: { until }, answers };
    await this.applicant.tell(command, event, telling, tx);
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

  @On(QuestionAnswered, QuestionEnded)
  ended(event: EventOf<typeof QuestionAnswered | typeof QuestionEnded>, { commandFor, tx }: Reaction) {
    return this.notices.questionEnded(commandFor, event, event.stream, tx);
  }

  @On(QuestionLeftUnanswered)
  leftUnanswered(event: EventOf<typeof QuestionLeftUnanswered>, { command, tx }: Reaction) {
    return this.end.leftUnanswered(command, event, event.stream, event.data, tx);
  }

  /** The applicant must be told before the former term ends (59-FZ art. 12(2)). */
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

/** The question's event: its place. */
export function factOf({
  district,
  stream,
  appeal,
  version,
}: Pick<EventOf<typeof QuestionOpened>, 'district' | 'stream' | 'appeal' | 'version'>): QuestionFact {
  return { district, question: stream, appeal, version };
}
