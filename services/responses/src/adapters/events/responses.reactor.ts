import {
  ConsentWithdrawn,
  ConsiderationResumed,
  PersonErased,
  PublicationAllowed,
  PublicationDisallowed,
  ReopeningGranted,
} from '@otklik/contracts/intake.events';
import {
  AnswerRefused,
  AssignmentTakenBack,
  ExecutorAssigned,
  OralAnswerRecorded,
  QuestionAnswered,
  QuestionClosed,
  QuestionForwarded,
  QuestionLeftUnanswered,
  QuestionOpened,
  QuestionReopened,
  QuestionRestored,
  QuestionReturned,
  QuestionRouted,
  QuestionTakenBack,
} from '@otklik/contracts/routing.events';
import type { Case } from '@otklik/case/case';
import { caseFold, CaseReactor, reactsTo, toConcern } from '@otklik/host';
import { Clock, compact, uuidv5 } from '@otklik/kernel';
import { reactor, type CaseReaction, type CommandTo, type Consumer } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { ResponseHandler } from '../../application/response-handler.js';
import type { ResponseCommand } from '../../domain/response.decide.js';
import { PublicationsConcern } from './publications.concern.js';

export const RESPONSES_REACTOR = 'responses.case';

/** What decides which official may write a response, and publish it. Nothing of it is personal, so an erasure leaves it. */
const known = caseFold(
  [
    'question.department',
    'question.executor',
    'question.answeredOn',
    'appeal.publicationAllowed',
    'appeal.consentWithdrawnAt',
  ],
  [
    ...[
      PublicationAllowed,
      PublicationDisallowed,
      ReopeningGranted,
      ConsiderationResumed,
      ConsentWithdrawn,
      PersonErased,
    ],
    ...[QuestionOpened, QuestionRouted, ExecutorAssigned, QuestionReturned, QuestionAnswered],
    ...[QuestionRestored, QuestionReopened, QuestionTakenBack, AssignmentTakenBack],
  ],
);

/** A question opens its response, which is closed with it. */
const routing: readonly CaseReaction<Case, ResponseCommand>[] = [
  reactsTo([QuestionOpened], ({ stream: question, data: { person } }) =>
    toResponse(question, { type: 'OpenResponse', question, person }),
  ),
  // A merged question is separated again.
  reactsTo([QuestionRestored], ({ stream: question, data: { person } }) =>
    toResponse(question, { type: 'OpenResponse', question, person, again: true }),
  ),
  // The draft of a department that the question left is of no force.
  reactsTo([QuestionRouted], ({ stream, data: { department } }) =>
    toResponse(stream, { type: 'LeaveDepartment', department }),
  ),
  reactsTo([QuestionReturned], ({ stream }) => toResponse(stream, { type: 'LeaveDepartment', department: undefined })),
  reactsTo([AnswerRefused], ({ stream, data: { answer, ended } }) =>
    toResponse(stream, { type: 'RefuseAnswer', answer, ended }),
  ),
  reactsTo([QuestionAnswered], ({ stream, data: { answer } }) =>
    toResponse(stream, { type: 'ConfirmDispatch', answer }),
  ),
  reactsTo([QuestionReopened, QuestionTakenBack], ({ stream }) =>
    toResponse(stream, { type: 'ReopenResponse' }, `Question ${stream} opened`),
  ),
  // What is forwarded, left without an answer on the merits, or answered orally at a reception gets none in writing.
  reactsTo([QuestionClosed, QuestionForwarded, QuestionLeftUnanswered, OralAnswerRecorded], ({ stream }) =>
    toResponse(stream, { type: 'CloseResponse' }, `Question ${stream} opened`),
  ),
];

@CaseReactor()
export class ResponsesReactor {
  readonly consumer: Consumer;

  constructor(responses: ResponseHandler, publications: PublicationsConcern, clock: Clock, logger: Logger) {
    this.consumer = reactor<Case, ResponseCommand>({
      name: RESPONSES_REACTOR,
      topics: ['routing.events', 'intake.events'],
      state: known,
      concerns: { 'responses.routing': routing },
      handlers: [toConcern(publications, clock)],
      commands: responses.commands,
      now: () => clock.now(),
      logger,
    });
  }
}

/** Each question has one response, whose id follows from its own. */
function toResponse(question: string, command: ResponseCommand, needs?: string): readonly CommandTo<ResponseCommand>[] {
  return [compact({ stream: uuidv5(question, 'response'), command, needs })];
}
