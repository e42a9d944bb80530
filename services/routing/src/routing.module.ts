import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@otklik/host';
import { QuestionResolver } from './adapters/graphql/question.resolver.js';
import { intakeConsumer } from './adapters/kafka/intake.consumer.js';
import { notificationsConsumer } from './adapters/kafka/notifications.consumer.js';
import { publishQuestion } from './application/publish-question.js';
import { handleQuestion, type RoutingParts } from './application/routing-parts.js';
import { migrations } from './migrations.js';

@Module({})
class RoutingModule {}

export const routingService: ServiceDefinition = {
  name: 'routing',
  migrations,
  publish: publishQuestion,
  async start({ store, vault, directory, now, secret }) {
    const parts: RoutingParts = { handle: handleQuestion(store, vault), directory, vault, now, secret };
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
