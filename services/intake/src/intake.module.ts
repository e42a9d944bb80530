import { Module } from '@nestjs/common';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { publisher } from '@otklik/contracts/publisher';
import { logMigrations } from '@otklik/event-store';
import type { StartedService } from '@otklik/host';
import { consumerMigrations } from '@otklik/messaging';
import { startSweeper } from './adapters/clock/sweeper.js';
import { ModerationResolver } from './adapters/graphql/moderation.resolver.js';
import { ResidentResolver } from './adapters/graphql/resident.resolver.js';
import { SubmissionResolver } from './adapters/graphql/submission.resolver.js';
import { fileRoutes } from './adapters/http/files.routes.js';
import { duplicatesConsumer } from './adapters/kafka/duplicates.consumer.js';
import { ownConsumer } from './adapters/kafka/intake.consumer.js';
import { routingConsumer } from './adapters/kafka/routing.consumer.js';
import { appealInitialRows } from './adapters/postgres/appeal-initial-rows.js';
import { intakeMigrations } from './adapters/postgres/migrations.js';
import { readIntakeConfig } from './config.js';
import { intakeParts } from './intake-parts.js';

export { intakeOperations, type IntakeOperations } from './operations.js';

@Module({})
class IntakeModule {}

export const intakeService: StartedService = {
  name: 'intake',
  migrations: [...logMigrations('intake'), ...consumerMigrations('intake'), ...intakeMigrations],
  publish: publisher(intakeEvents),
  initialRows: appealInitialRows,
  async start(given) {
    const parts = intakeParts(given, readIntakeConfig(given.environment));
    const sweeper = startSweeper(parts);
    return {
      module: {
        module: IntakeModule,
        providers: [
          { provide: SubmissionResolver, useValue: new SubmissionResolver(parts) },
          { provide: ModerationResolver, useValue: new ModerationResolver(parts) },
          { provide: ResidentResolver, useValue: new ResidentResolver(parts) },
        ],
      },
      consumers: [ownConsumer(parts), duplicatesConsumer(parts), routingConsumer(parts)],
      routes: fileRoutes(parts),
      stop: () => sweeper.stop(),
    };
  },
};
