import { CoExecutorsAssigned, PromiseConfirmed } from '@otklik/contracts/control.events';
import {
  DeadlineSet,
  QuestionAnswered,
  QuestionClosed,
  QuestionEnded,
  QuestionOpened,
  QuestionReopened,
  QuestionRestored,
  QuestionReturned,
  QuestionRouted,
  QuestionTakenBack,
} from '@otklik/contracts/routing.events';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { Concern, On, OnBatch, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import type { QuestionDue, QuestionPlace } from '../../store/appeal-questions.js';
import { ClaimFiles } from '../../../files/application/claim-files.js';
import { FollowQuestions } from '../../application/follow-questions.js';

type Placing = typeof QuestionOpened | typeof QuestionRouted | typeof QuestionReturned;

@Concern('intake.routing', { DeadlineSet: 'PAST' })
export class RoutingConcern {
  constructor(
    private readonly questions: FollowQuestions,
    private readonly files: ClaimFiles,
  ) {}

  @OnBatch(QuestionOpened, QuestionRouted, QuestionReturned, DeadlineSet)
  placed(events: readonly EventOf<Placing | typeof DeadlineSet>[], tx: Transaction): Promise<void> {
    const opened = events.filter(({ type }) => type === QuestionOpened.type);
    const places = events.filter(isPlacing).map((event) => placeOf(event, departmentIn(event)));
    const dues = events.filter(isDeadline).flatMap(dueOf);
    return this.questions.placed(new Set(opened.map(({ stream }) => stream)), { places, dues }, tx);
  }

  @On(QuestionRestored, QuestionReopened)
  async again(event: EventOf<typeof QuestionRestored | typeof QuestionReopened>, { command, tx }: Reaction) {
    await this.questions.stands(command, event, { question: event.stream, state: 'OPEN' }, tx);
    await this.questions.has([placeOf(event, event.data.department)], tx);
  }

  @On(QuestionTakenBack)
  async takenBack(event: EventOf<typeof QuestionTakenBack>, { command, tx }: Reaction) {
    await this.questions.takenBack(command, event, event.stream, tx);
    await this.questions.has([placeOf(event, undefined)], tx);
  }

  @On(CoExecutorsAssigned)
  helped(event: EventOf<typeof CoExecutorsAssigned>, { tx }: Reaction) {
    return this.questions.helped(placeOf(event, undefined), event.data, tx);
  }

  @On(PromiseConfirmed)
  async kept({ district, appeal, data }: EventOf<typeof PromiseConfirmed>, { tx }: Reaction) {
    if (data.photo !== undefined) await this.files.claim({ district, appeal }, [data.photo], tx);
  }

  @On(QuestionAnswered)
  answered(event: EventOf<typeof QuestionAnswered>, { command, tx }: Reaction) {
    const { notice, answeredOn: endedOn } = event.data;
    const standing = { question: event.stream, state: 'ENDED', end: 'ANSWERED', endedOn, notice } as const;
    return this.questions.stands(command, event, standing, tx);
  }

  @On(QuestionEnded)
  ended(event: EventOf<typeof QuestionEnded>, { command, tx }: Reaction) {
    const { notice, endedOn, end, ground } = event.data;
    const standing = { question: event.stream, state: 'ENDED', end, ground, endedOn, notice } as const;
    return this.questions.stands(command, event, standing, tx);
  }

  @On(QuestionClosed)
  closed(event: EventOf<typeof QuestionClosed>, { command, tx }: Reaction) {
    return this.questions.stands(command, event, { question: event.stream, state: 'CLOSED' }, tx);
  }
}

type Placed = EventOf<Placing | typeof DeadlineSet>;

function isDeadline(event: Placed): event is EventOf<typeof DeadlineSet> {
  return event.type === DeadlineSet.type;
}

function isPlacing(event: Placed): event is EventOf<Placing> {
  return !isDeadline(event);
}

/** Of the answer; the other terms are routing's own. */
function dueOf({ district, appeal, stream: question, data }: EventOf<typeof DeadlineSet>): readonly QuestionDue[] {
  return data.duty === 'ANSWER' ? [{ district, appeal, question, dueOn: data.dueOn }] : [];
}

function departmentIn({ type, data }: EventOf<Placing>): string | undefined {
  return type === QuestionRouted.type ? (data as EventOf<typeof QuestionRouted>['data']).department : undefined;
}

function placeOf(
  { district, appeal, stream: question, version }: Pick<PublicEvent, 'district' | 'appeal' | 'stream' | 'version'>,
  department: string | undefined,
): QuestionPlace {
  return { district, appeal, question, version, department };
}
