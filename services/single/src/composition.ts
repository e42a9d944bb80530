import type { ForegroundPriority } from '@otklik/kernel';
import type { Type } from '@nestjs/common';
import type { ServiceDefinition, ServiceName, ServiceResources } from '@otklik/host';
import type { Backlog } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import type { Database, Directory } from '@otklik/tenancy';
import type { Archive } from './backup/archive.js';
import type { SingleConfig } from './config.js';
import type { Secrets } from './secrets.js';
import type { TokenIssuer } from './token-issuer.js';

/** Input of the operator's commands, whether the services run in this process or in their own. */
export interface Composition {
  readonly config: SingleConfig;
  readonly dataDir: string;
  readonly logger: Logger;
  /** As the owner of the database: for migrations and the directory's loader. */
  readonly ownerUrl: string;
  /** The server is the embedded one: its write-ahead log is ours, too. */
  readonly embedded: boolean;
  /** Of the embedded server, where the configuration names a folder. */
  readonly archive: Archive | undefined;
  readonly directory: Directory;
  /** The gateway's own database: sessions of browsers. */
  readonly sessions: Database;
  readonly secrets: Secrets;
  readonly tokens: TokenIssuer;
  /** Requests and imports of this process register here as foreground work. */
  readonly priority: ForegroundPriority;
  readonly services: ReadonlyMap<ServiceName, ComposedService>;
  /** A provider of the services' modules. */
  get<Provider>(token: Type<Provider>): Provider;
  /** Events recorded so far that a consumer has not consumed. */
  backlog(): Promise<Backlog>;
  /** Of a cluster: how many processes of each service consume events. Absent where one process runs all services. */
  readonly replicas?: () => Promise<Readonly<Record<string, number>>>;
}

export interface ComposedService {
  readonly definition: ServiceDefinition;
  readonly resources: ServiceResources;
}
