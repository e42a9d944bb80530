import type { ServiceDefinition } from '@otklik/host';

/** The services of this process; each joins by its line. */
export const services: readonly ServiceDefinition[] = [];
