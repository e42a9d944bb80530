import { Module } from '@nestjs/common';
import { publisher } from '@otklik/contracts/publisher';
import { routingEvents } from '@otklik/contracts/routing.events';
import type { ServiceDefinition } from '@otklik/host';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { QuestionResolver } from './adapters/graphql/question.resolver.js';
import { intakeConsumer } from './adapters/kafka/intake.consumer.js';
import { notificationsConsumer } from './adapters/kafka/notifications.consumer.js';
import { districtRoutes } from './application/district-routes.js';
import { handleQuestion, type RoutingParts } from './application/routing-parts.js';
import { migrations } from './migrations.js';

@Module({})
class RoutingModule {}

export const routingService: ServiceDefinition = {
  name: 'routing',
  migrations,
  publish: publisher(routingEvents),
  async start({ store, vault, directory, now, secret }) {
    const routes = districtRoutes(await russianMorphology());
    const parts: RoutingParts = { handle: handleQuestion(store, vault), directory, vault, routes, now, secret };
    return {
      module: {
        module: RoutingModule,
        providers: [{ provide: QuestionResolver, useValue: new QuestionResolver(parts) }],
      },
      consumers: [intakeConsumer(parts), notificationsConsumer(parts)],
      stop: async () => undefined,
    };
  },
};
