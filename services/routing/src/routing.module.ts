import { Module } from '@nestjs/common';
import { publisher } from '@otklik/contracts/publisher';
import { routingEvents } from '@otklik/contracts/routing.events';
import type { ServiceDefinition } from '@otklik/host';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { IntakeConsumer } from './adapters/events/intake.consumer.js';
import { NotificationsConsumer } from './adapters/events/notifications.consumer.js';
import { ProposalResolver } from './adapters/graphql/proposal.resolver.js';
import { QuestionResolver } from './adapters/graphql/question.resolver.js';
import { PostgresReceivedAppeals } from './adapters/postgres/postgres-received-appeals.js';
import { ChangeQuestion } from './application/change-question.js';
import { districtRoutes, DistrictRoutes } from './application/district-routes.js';
import { FollowAppeal } from './application/follow-appeal.js';
import { ProposeRouteFor } from './application/propose-route.js';
import { QuestionHandler } from './application/question-handler.js';
import { ReceivedAppeals } from './application/received-appeals.js';
import { RecordAnswer } from './application/record-answer.js';
import { migrations } from './migrations.js';

export { routingOperations, type RoutingOperations } from './operations.js';
export type { Judgements, RulesTally, RuleTally } from './application/check-rules.js';

@Module({
  providers: [
    QuestionResolver,
    ProposalResolver,
    IntakeConsumer,
    NotificationsConsumer,
    ChangeQuestion,
    FollowAppeal,
    ProposeRouteFor,
    RecordAnswer,
    QuestionHandler,
    { provide: DistrictRoutes, useFactory: async () => districtRoutes(await russianMorphology()) },
    { provide: ReceivedAppeals, useClass: PostgresReceivedAppeals },
  ],
})
class RoutingModule {}

export const routingService: ServiceDefinition = {
  name: 'routing',
  module: RoutingModule,
  migrations,
  publish: publisher(routingEvents),
};
