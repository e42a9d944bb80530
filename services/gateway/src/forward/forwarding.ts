import type { RateLimit } from '@otklik/host/graphql';
import type { RootField } from '@otklik/contracts/schema';
import type { Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import type { GraphQLSchema } from 'graphql';
import type { RunOperation } from '../graphql/execute.js';
import type { Subscribe } from '../live/socket.js';
import { EdgeAccess } from './edge-access.js';
import { subscribeForwarded } from './subscribe-forwarded.js';
import type { ServiceClients } from './service-clients.js';
import { runForwarded } from './run-forwarded.js';

export interface ForwardingOptions {
  readonly clients: ServiceClients;
  readonly schema: GraphQLSchema;
  readonly rootFields: readonly RootField[];
  readonly directory: Directory;
  readonly rateLimit: RateLimit;
  readonly logger: Logger;
}

/** Runs each operation in the process of the service that owns it. */
export function forwarding(options: ForwardingOptions): { readonly run: RunOperation; readonly subscribe: Subscribe } {
  const { schema, rootFields, directory } = options;
  const access = new EdgeAccess(schema, rootFields, directory);
  return { run: runForwarded({ ...options, access }), subscribe: subscribeForwarded({ ...options, access }) };
}
