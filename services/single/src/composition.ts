import type { ForegroundPriority } from '@otklik/kernel';
import type { ServiceDefinition, ServiceName, ServiceParts } from '@otklik/host';
import type { Backlog } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import type { SingleConfig } from './config.js';
import type { Secrets } from './secrets.js';
import type { TokenIssuer } from './token-issuer.js';

/** What the operator's commands work with, whether the services run in this process or in their own. */
export interface Composition {
  readonly config: SingleConfig;
  readonly dataDir: string;
  readonly logger: Logger;
  /** Of the database's owner, for the loader of the directory and for migrations. */
  readonly ownerUrl: string;
  /** The server is ours, its write-ahead log too. */
  readonly embedded: boolean;
  readonly directory: Directory;
  readonly secrets: Secrets;
  readonly tokens: TokenIssuer;
  /** Those who are served in this process: who answers requests here, or brings in a bulk, counts it. */
  readonly priority: ForegroundPriority;
  readonly services: ReadonlyMap<ServiceName, ComposedService>;
  /** Of the facts that are recorded by now. */
  backlog(): Promise<Backlog>;
}

export interface ComposedService {
  readonly definition: ServiceDefinition;
  readonly parts: ServiceParts;
}

export function partsOf({ services }: Composition, name: ServiceName): ServiceParts {
  const service = services.get(name);
  if (!service) throw new Error(`The service ${name} is not in this process.`);
  return service.parts;
}
