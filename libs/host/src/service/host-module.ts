import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { EventLog, EventStore } from '@otklik/event-store';
import { Clock } from '@otklik/kernel';
import { EventTransport } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { Database, Directory } from '@otklik/tenancy';
import { KeyKeeper, Secrets, Vault } from '@otklik/vault';
import type { ModuleService, RunningService, ServiceDefinition, ServiceName, ServiceResources } from '../service.js';
import type { HttpRoutes } from './http-routes.js';
import { ServiceIdentity } from './service-identity.js';
import { StartedParts } from './started-parts.js';

/** The pool of the service's worker role (`pg.Pool`), for adapters that read across districts. */
export const WORKER_POOL = Symbol('WORKER_POOL');
/** Variables of the process, for `config.ts` of a service. */
export const ENVIRONMENT = Symbol('ENVIRONMENT');
/** Folder for files that are not in the database. */
export const DATA_FOLDER = Symbol('DATA_FOLDER');
/** `Throttle` of the kernel: background work awaits it after each piece. */
export const THROTTLE = Symbol('THROTTLE');

@Module({})
class HostModule {}

/** A service as the applications of a process import it. */
export type ServiceModule = Pick<RunningService, 'module' | 'routes'>;

/** The module of a service with the infrastructure of its process. */
export async function serviceModuleOf(definition: ServiceDefinition, parts: ServiceResources): Promise<ServiceModule> {
  if ('module' in definition) return moduleOf(definition, parts);
  const running = await definition.start(parts);
  const { providers = [] } = running.module;
  const found = { provide: StartedParts, useValue: new StartedParts(running) };
  return { ...running, module: { ...running.module, providers: [...providers, found] } };
}

function moduleOf({ name, module, routes }: ModuleService, parts: ServiceResources): ServiceModule {
  const imports = [hostModule(name, parts)];
  if (!routes) return { module: { module, imports } };
  let made: HttpRoutes | undefined;
  // The edge asks for the routes when the application is made; so is their provider then.
  const found = {
    provide: Symbol('routes'),
    useFactory: (provider: HttpRoutes) => (made = provider),
    inject: [routes],
  };
  return {
    module: { module, imports, providers: [found] },
    routes: (fastify, edge) => made?.register(fastify, edge),
  };
}

function hostModule(name: ServiceName, parts: ServiceResources): DynamicModule {
  const { database, worker, store, log, vault, directory, transport, logger, now, secret } = parts;
  const { dataDir, environment, throttle } = parts;
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
    ].map(([provide, useValue]) => ({ provide, useValue }) as Provider),
  ];
  return { module: HostModule, providers, exports: providers };
}
