import type { RateLimit } from '@otklik/host/graphql';
import type { RootField } from '@otklik/contracts/schema';
import type { Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import type { GraphQLSchema, ValidationRule } from 'graphql';
import type { RunOperation } from '../graphql/execute.js';
import type { Subscribe } from '../live/socket.js';
import { EdgeRules } from './edge-rules.js';
import { liveForwarded } from './live-forwarded.js';
import type { ServiceClients } from './service-clients.js';
import { runForwarded } from './run-forwarded.js';

export interface ForwardingOptions {
  readonly owners: ServiceClients;
  readonly schema: GraphQLSchema;
  readonly rootFields: readonly RootField[];
  /** Of a document's validation. */
  readonly rules: readonly ValidationRule[];
  readonly directory: Directory;
  readonly rateLimit: RateLimit;
  readonly logger: Logger;
}

/** The same edge, with each operation answered by its owner in another process. */
export function forwarding(options: ForwardingOptions): { readonly run: RunOperation; readonly subscribe: Subscribe } {
  const { schema, rootFields, directory } = options;
  const access = new EdgeRules(schema, rootFields, directory);
  return { run: runForwarded({ ...options, access }), subscribe: liveForwarded({ ...options, access }) };
}
