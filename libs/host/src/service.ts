import type { Type } from '@nestjs/common';
import type { ChainedTable, InitialRows, EventLog, EventStore, Upcasters } from '@otklik/event-store';
import type { ProcessActivity, Throttle } from '@otklik/kernel';
import type { EventTransport, Publish } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import type { Actor, Database, Directory, Migration } from '@otklik/tenancy';
import type { KeyKeeper } from '@otklik/vault';
import type { CaseEvidence } from './case-evidence/evidence-parts.js';
import type { HttpRoutes } from './service/http-routes.js';
import type { PollingDelays } from './service/polling.js';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';

export const serviceNames = ['intake', 'routing', 'responses', 'notifications', 'search', 'administration'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** What a process makes for a service; the service does not know which profile made it. */
export interface ServiceResources {
  /** The service's own role: rows of the districts that a transaction sets. */
  readonly database: Database;
  /** The worker role, for projections and tailers. */
  readonly worker: Pool;
  /** Absent in `search`, which owns no stream. */
  readonly store: EventStore;
  readonly log: EventLog;
  /** Keys are made and destroyed by intake alone: its role has the grants, the others' calls fail. */
  readonly vault: KeyKeeper;
  readonly directory: Directory;
  readonly transport: EventTransport;
  readonly logger: Logger;
  /** The server's clock, ISO 8601 UTC. */
  readonly now: () => string;
  /** Secret of keyed hashes: follow-up codes, fingerprints, cursors. Purposes get keys of their own (HKDF by name). */
  readonly secret: (purpose: string) => Buffer;
  /** Folder for files that are not in the database: `.otklik`. */
  readonly dataDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Background work awaits it after each piece. */
  readonly throttle: Throttle;
  /** At rest its loops poll rarely. Absent in specs, whose loops are never at rest. */
  readonly activity?: ProcessActivity;
  /** Of its loops that name none of their own: specs do not wait a second for the next look. */
  readonly pollingDelays?: PollingDelays;
}

/** A service as its process composes it. Exported by `<name>.module.ts` as `<name>Service`. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** Lists its classes: resolvers, consumers, use cases, adapters. */
  readonly module: Type;
  /** Of its own schema, oldest first. */
  readonly migrations: readonly Migration[];
  /** Private → public; absent where no stream is owned. */
  readonly publish?: Publish;
  readonly upcasters?: Upcasters;
  /** Rows that are inserted with the first event of its streams. */
  readonly initialRows?: InitialRows;
  /** Tables of evidence, which are hashed into chains as its log is. */
  readonly chained?: readonly ChainedTable[];
  /** Pool sizes; by default those of a service with a stream, or of one that mostly reads. */
  readonly connections?: { readonly app: number; readonly worker: number };
  /** Its provider of HTTP routes beside GraphQL. */
  readonly routes?: Type<HttpRoutes>;
  /** Its provider of what it has of a case beside its events. */
  readonly evidence?: Type<CaseEvidence>;
  /** Its provider of what the operator's tool does with it. */
  readonly operations?: Type;
}

/** Offered by the process's edge to routes beside GraphQL. */
export interface EdgeAuthentication {
  /** The actor of a request, by its token or session; anyone without either. Throws for an invalid token. */
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>;
}
