import type { RunningService, ServiceDefinition, ServiceName, ServiceParts } from '@otklik/host';
import type { InProcessTransport } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import type { SingleConfig } from './config.js';
import type { Secrets } from './secrets.js';
import type { TokenIssuer } from './token-issuer.js';

/** Everything that runs in this process, for the gateway in front of it and for the operator's commands. */
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
  readonly services: ReadonlyMap<ServiceName, ComposedService>;
  readonly transport: InProcessTransport;
}

export interface ComposedService {
  readonly definition: ServiceDefinition;
  readonly parts: ServiceParts;
  readonly running: RunningService;
}

export function partsOf({ services }: Composition, name: ServiceName): ServiceParts {
  const service = services.get(name);
  if (!service) throw new Error(`The service ${name} is not in this process.`);
  return service.parts;
}
