import { Module } from '@nestjs/common';
import { publisher } from '@otklik/contracts/publisher';
import { routingEvents } from '@otklik/contracts/routing.events';
import { polled, TermWarner, termWarnings, type ServiceDefinition } from '@otklik/host';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { HandoversConsumer } from './adapters/events/handovers.consumer.js';
import { IntakeConcern } from './adapters/events/intake.concern.js';
import { LearningConcern } from './adapters/events/learning.concern.js';
import { NotificationsConcern } from './adapters/events/notifications.concern.js';
import { ResponsesConcern } from './adapters/events/responses.concern.js';
import { RoutingReactor } from './adapters/events/routing.reactor.js';
import { TermsConcern } from './adapters/events/terms.concern.js';
import { BodiesResolver } from './adapters/graphql/bodies.resolver.js';
import { LearnedResolver } from './adapters/graphql/learned.resolver.js';
import { ProposalResolver } from './adapters/graphql/proposal.resolver.js';
import { QuestionCourseResolver } from './adapters/graphql/question-course.resolver.js';
import { QuestionControlResolver } from './adapters/graphql/question-control.resolver.js';
import { QuestionEndsResolver } from './adapters/graphql/question-ends.resolver.js';
import { QuestionPartsResolver } from './adapters/graphql/question-parts.resolver.js';
import { QuestionResolver } from './adapters/graphql/question.resolver.js';
import { DecidedCodes } from './store/decided-codes.js';
import { DecidedRoutes } from './store/decided-routes.js';
import { FollowedProposals } from './store/followed-proposals.js';
import { LearnedCodes } from './store/learned-codes.js';
import { HandoverOrigins } from './store/handover-origins.js';
import { LearnedTables } from './store/learned-tables.js';
import { ProvisionalTerms } from './store/provisional-terms.js';
import { ReceivedAppeals } from './store/received-appeals.js';
import { LivePublications } from './store/live-publications.js';
import { WrittenDrafts } from './store/written-drafts.js';
import { BodyTerms } from './application/body-terms.js';
import { ChangeParts } from './application/change-parts.js';
import { ChangeQuestion } from './application/change-question.js';
import { ControlQuestion } from './application/control-question.js';
import { districtRoutes, DistrictRoutes } from './application/district-routes.js';
import { EndQuestionOtherwise } from './application/end-question.js';
import { UnansweredGrounds } from './application/unanswered-grounds.js';
import { ExtendDeadline } from './application/extend-deadline.js';
import { FollowBodies } from './application/follow-bodies.js';
import { FollowAppeal } from './application/follow-appeal.js';
import { FollowHandover } from './application/follow-handover.js';
import { InterimAnswer } from './application/interim-answer.js';
import { JudgeAnswer } from './application/judge-answer.js';
import { DecidedTexts } from './application/decided-texts.js';
import { LearnCodes } from './application/learn-codes.js';
import { LearnDecisions } from './application/learn-decisions.js';
import { LearnRoutes } from './application/learn-routes.js';
import { CountFollowed } from './application/count-followed.js';
import { ProposeCodes } from './application/propose-codes.js';
import { ProposeComplainedOf } from './application/propose-complained-of.js';
import { ProposeLearned } from './application/propose-learned.js';
import { ProposeRouteFor } from './application/propose-route.js';
import { RecountTerms } from './application/recount-terms.js';
import { QuestionHandler } from './application/question-handler.js';
import { QuestionText } from './application/question-text.js';
import { RecordAnswer } from './application/record-answer.js';
import { RequestInformationOf } from './application/request-information.js';
import { russianText, TextLanguage } from './application/text-language.js';
import { TryRules } from './application/try-rules.js';
import { WarnOfTerms } from './adapters/clock/warn-of-terms.js';
import { migrations } from './migrations.js';

export { routingOperations, type RoutingOperations } from './operations.js';
export type { ReplayedChange, ReplayTally } from './application/replay-rules.js';
export type { Judgements, RulesTally, RuleTally } from './application/check-rules.js';

const CALENDAR_CHECK_MS = 10_000;
const LEARNING_CHECK_MS = 60_000;

/** A calendar comes once a year. */
const recountingOfTerms = polled({
  by: RecountTerms,
  work: (terms) => terms.recountDue(),
  failed: 'recalculating terms by the new calendar failed; retrying',
  idleMs: CALENDAR_CHECK_MS,
});

const learningOfDecisions = polled({
  by: LearnDecisions,
  work: (decisions) => decisions.learnDue(),
  failed: 'learning what officials choose failed; retrying',
  idleMs: LEARNING_CHECK_MS,
});

@Module({
  providers: [
    QuestionResolver,
    QuestionPartsResolver,
    QuestionEndsResolver,
    QuestionCourseResolver,
    QuestionControlResolver,
    BodiesResolver,
    ProposalResolver,
    LearnedResolver,
    IntakeConcern,
    NotificationsConcern,
    ResponsesConcern,
    TermsConcern,
    LearningConcern,
    RoutingReactor,
    HandoversConsumer,
    FollowHandover,
    ...termWarnings,
    recountingOfTerms,
    RecountTerms,
    learningOfDecisions,
    LearnDecisions,
    LearnRoutes,
    LearnCodes,
    DecidedTexts,
    ProposeLearned,
    ProposeCodes,
    CountFollowed,
    DecidedRoutes,
    DecidedCodes,
    LearnedTables,
    LearnedCodes,
    FollowedProposals,
    { provide: TextLanguage, useFactory: russianText },
    ProvisionalTerms,
    JudgeAnswer,
    ChangeQuestion,
    BodyTerms,
    ChangeParts,
    EndQuestionOtherwise,
    UnansweredGrounds,
    ExtendDeadline,
    InterimAnswer,
    RequestInformationOf,
    ControlQuestion,
    FollowBodies,
    FollowAppeal,
    ProposeRouteFor,
    TryRules,
    ProposeComplainedOf,
    QuestionText,
    RecordAnswer,
    QuestionHandler,
    { provide: DistrictRoutes, useFactory: async () => districtRoutes(await russianMorphology()) },
    HandoverOrigins,
    ReceivedAppeals,
    WrittenDrafts,
    LivePublications,
    { provide: TermWarner, useClass: WarnOfTerms },
  ],
})
class RoutingModule {}

export const routingService: ServiceDefinition = {
  name: 'routing',
  module: RoutingModule,
  migrations,
  publish: publisher(routingEvents),
};
