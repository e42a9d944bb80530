import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { EventLog, EventStore } from '@otklik/event-store';
import { Clock } from '@otklik/kernel';
import { EventTransport } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { Database, Directory } from '@otklik/tenancy';
import { KeyKeeper, Secrets, Vault } from '@otklik/vault';
import type { EdgeAuthentication, ServiceDefinition, ServiceResources } from '../service.js';
import type { FastifyInstance } from 'fastify';
import { ChainTask, chainedTables } from './chain-task.js';
import { EvidenceRetention } from './evidence-retention.js';
import type { CaseEvidence } from '../case-evidence/evidence-parts.js';
import { evidenceRoute } from '../case-evidence/evidence-routes.js';
import type { HttpRoutes } from './http-routes.js';
import { PerformWork } from '../work/perform-work.js';
import { WatchWork } from '../work/watch-work.js';
import { WorkQueue } from '../work/work-queue.js';
import { haveWork } from '../work/work-table.js';
import { EarliestWork } from '../work/earliest-work.js';
import { ACTIVITY } from './activity.js';
import { ServiceIdentity } from './service-identity.js';
import { WORKER_POOL } from './worker-pool.js';

/** Variables of the process, for `config.ts` of a service. */
export const ENVIRONMENT = Symbol('ENVIRONMENT');
/** Folder for files that are not in the database. */
export const DATA_FOLDER = Symbol('DATA_FOLDER');
/** `Throttle` of the kernel: background work awaits it after each piece. */
export const THROTTLE = Symbol('THROTTLE');
/** `PollingDelays` of polled work that names none of its own, or undefined. */
export const POLLING_DELAYS = Symbol('POLLING_DELAYS');

@Module({})
class HostModule {}

/** A service as the applications of a process import it. */
export interface ServiceModule {
  readonly module: DynamicModule;
  /** HTTP routes beside GraphQL, on the process's Fastify instance. */
  readonly routes?: (fastify: FastifyInstance, edge: EdgeAuthentication) => Promise<void> | void;
}

/** The module of a service with the infrastructure of its process. */
export function serviceModuleOf(definition: ServiceDefinition, resources: ServiceResources): ServiceModule {
  const { module, routes, evidence, publish } = definition;
  const made: { routes?: HttpRoutes; evidence?: CaseEvidence } = {};
  // The edge asks for the routes when the application is made; so are their providers then.
  const found: Provider[] = [
    ...(routes ? [providing(routes, (provider) => (made.routes = provider))] : []),
    ...(evidence ? [providing(evidence, (provider) => (made.evidence = provider))] : []),
  ];
  const offersRoutes = routes !== undefined || evidence !== undefined || publish !== undefined;
  return {
    module: { module, imports: [hostModule(definition, resources)], providers: found },
    ...(offersRoutes && {
      routes: async (fastify: FastifyInstance, edge: EdgeAuthentication) => {
        await made.routes?.register(fastify, edge);
        if (evidence || publish) evidenceRoute(fastify, edge, { definition, resources, evidence: () => made.evidence });
      },
    }),
  };
}

function providing<Provided>(type: Type<Provided>, take: (provider: Provided) => unknown): Provider {
  return { provide: Symbol(type.name), useFactory: take, inject: [type] };
}

function hostModule(definition: ServiceDefinition, resources: ServiceResources): DynamicModule {
  const { name } = definition;
  const { database, worker, store, log, vault, directory, transport, logger, now, secret } = resources;
  const { dataDir, environment, throttle, activity, pollingDelays } = resources;
  const providers: Provider[] = [
    { provide: ServiceIdentity, useValue: new ServiceIdentity(name) },
    ...[
      [Database, database],
      [EventStore, store],
      [EventLog, log],
      [Vault, vault],
      [KeyKeeper, vault],
      [Directory, directory],
      [EventTransport, transport],
      [Logger, logger],
      [Clock, { now }],
      [Secrets, { of: secret }],
      [WORKER_POOL, worker],
      [DATA_FOLDER, dataDir],
      [ENVIRONMENT, environment],
      [THROTTLE, throttle],
      [ACTIVITY, activity],
      [POLLING_DELAYS, pollingDelays],
    ].map(([provide, useValue]) => ({ provide, useValue }) as Provider),
    WorkQueue,
    EarliestWork,
    PerformWork,
  ];
  const tables = chainedTables(definition);
  if (tables.length > 0) providers.push({ provide: ChainTask, useValue: new ChainTask(name, tables, resources) });
  if (tables.some(({ retention }) => retention !== undefined))
    providers.push({ provide: EvidenceRetention, useValue: new EvidenceRetention(name, tables, resources) });
  if (haveWork(definition.migrations))
    providers.push({ provide: WatchWork, useValue: new WatchWork(name, worker, logger) });
  return { module: HostModule, providers, exports: providers };
}
