import type { ServiceDefinition } from '@otklik/host';
import { notificationsService } from '@otklik/notifications/module';
import { responsesService } from '@otklik/responses/module';
import { routingService } from '@otklik/routing/module';

/** The services of this process; each joins by its line. */
export const services: readonly ServiceDefinition[] = [routingService, responsesService, notificationsService];
