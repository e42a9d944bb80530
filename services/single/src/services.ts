import { administrationService } from '@otklik/administration/module';
import type { ServiceDefinition } from '@otklik/host';
import { intakeService } from '@otklik/intake/module';
import { notificationsService } from '@otklik/notifications/module';
import { responsesService } from '@otklik/responses/module';
import { routingService } from '@otklik/routing/module';
import { searchService } from '@otklik/search/module';

/** The services of this installation. */
export const services: readonly ServiceDefinition[] = [
  intakeService,
  routingService,
  responsesService,
  notificationsService,
  searchService,
  administrationService,
];
