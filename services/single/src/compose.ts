import { topics, type Topic } from '@otklik/contracts/envelope';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  runtimeOf,
  serviceModuleOf,
  type Runtime,
  type ServiceDefinition,
  type ServiceModule,
  type ServiceName,
} from '@otklik/host';
import {
  expectConsumers,
  measureLag,
  openServiceResources,
  transportMetrics,
  withTransport,
  type OwnResources,
} from '@otklik/host/process';
import { ForegroundPriority, ProcessActivity, type Clock } from '@otklik/kernel';
import { makeInProcessTransport, type InProcessTransport, type ConsumerDatabase, type Source } from '@otklik/messaging';
import { openDatabase, openDirectory, serviceUrls } from '@otklik/tenancy';
import { openArchive } from './backup/open-archive.js';
import type { ComposedService, Composition } from './composition.js';
import { processEnvironment, readSingleConfig } from './config.js';
import { migrate } from './migrate.js';
import { openOwnerDatabase } from './owner-database.js';
import { openLog } from './process-log.js';
import { openSecrets } from './secrets.js';
import { services as all } from './services.js';
import { openTokenIssuer } from './token-issuer.js';

export interface ComposeOptions {
  readonly dataDir: string;
  /** As the owner, who may create roles; where the database is prepared, the services' roles are enough for some commands. */
  readonly databaseUrl: string;
  /** The embedded server: started and stopped with this process. */
  readonly embedded: boolean;
  /** The database is migrated and the districts are loaded already. */
  readonly prepared?: boolean;
  /** Identifies the code: with it a prepared database is recognised, and not prepared again. */
  readonly build?: string | undefined;
  /** Of the services, beside the process's own: what only the program knows. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The system's when absent. */
  readonly clock?: Clock;
  /** Neither tells anybody anything nor fetches anything: events are consumed, and what is derived from them is kept. */
  readonly quiet?: boolean;
  /** Registers a step of the shutdown; the newest runs first. */
  teardown(step: () => unknown): void;
}

/** A composition whose services are not started. */
export interface Opened extends Omit<Composition, 'services' | 'get' | 'backlog'> {
  readonly own: ReadonlyMap<ServiceName, OwnResources>;
  readonly activity: ProcessActivity;
}

/** A composition whose services run in the application of this process that imports their modules. */
export interface LocalComposition extends Composition {
  readonly modules: readonly ServiceModule[];
  /** Starts what requests need in the application: before it listens. Once. */
  prepare(app: INestApplicationContext): Promise<void>;
  /** Starts the services' other background tasks and the consumers in the application. Once. */
  run(app: INestApplicationContext): Promise<void>;
  /** Whether all of them have started. */
  isRunning(): boolean;
}

/** Migrates, loads the directory and makes every service's module. The caller's application imports and runs them. */
export async function compose(options: ComposeOptions): Promise<LocalComposition> {
  const { own, activity, ...opened } = await openComposition(options, { isAlone: true });
  return { ...opened, ...(await servicesOf(all, own, { ...opened, activity }, options)) };
}

/** As `compose`, in an application that answers no requests: for the operator's commands. */
export async function composeAlone(options: ComposeOptions): Promise<LocalComposition> {
  const composition = await compose(options);
  const imports = composition.modules.map(({ module }) => module);
  const app = await NestFactory.createApplicationContext({ module: Services, imports }, { logger: false });
  options.teardown(() => app.close());
  await composition.run(app);
  return composition;
}

/** Imports the modules of services in an application that answers no requests. */
export class Services {}

function providerOf<Provider>(app: INestApplicationContext | undefined, token: Type<Provider>): Provider {
  if (!app) throw new Error('The services are not running.');
  return app.get(token, { strict: false });
}

/** Migrates unless `prepared`, loads the directory and opens every service's connections. `isAlone`: no other process runs the services. */
export async function openComposition(options: ComposeOptions, { isAlone = false } = {}): Promise<Opened> {
  const { dataDir, databaseUrl, embedded, prepared, build, teardown } = options;
  const config = readSingleConfig();
  const logger = openLog(config, dataDir);
  const secrets = await openSecrets(dataDir, config);
  const ownerUrl = prepared && !embedded ? databaseUrl : await openOwnerDatabase(databaseUrl, embedded);
  const archive = openArchive(config, { ownerUrl, dataDir, embedded, logger, environment: processEnvironment() });
  // Stops after the services, whose last words it copies.
  teardown(() => archive?.stop());
  const { roleSecret } = secrets;
  const urlsOf = prepared
    ? (name: ServiceName | 'gateway') => serviceUrls(ownerUrl, name, roleSecret)
    : await migrate(ownerUrl, { roleSecret, districts: config.districts, bodyOrigins: config.bodyOrigins, build });
  const { clock } = options;
  const now = clock ? () => clock.now() : () => new Date().toISOString();
  const directory = await openDirectory(urlsOf('gateway').app, { logger, now });
  teardown(() => directory.close());
  const sessions = openDatabase(urlsOf('gateway').app, 'gateway', { max: 1 });
  teardown(() => sessions.close());
  const tokens = await openTokenIssuer(secrets.tokenKey, { audience: config.audience, minutes: config.tokenMinutes });
  const { kek, forPurpose: secret } = secrets;
  const priority = new ForegroundPriority();
  const { throttle } = priority;
  // Without a mail server letters are files of the data folder.
  const environment = { OTKLIK_LETTERS: 'files', ...options.environment, ...processEnvironment() };
  const activity = new ProcessActivity(isAlone);
  const shared = { dataDir, directory, logger, kek, secret, environment, throttle, now, activity };
  const own = new Map<ServiceName, OwnResources>();
  for (const definition of all) {
    const { resources, close } = openServiceResources(definition, urlsOf(definition.name), shared);
    teardown(close);
    own.set(definition.name, resources);
  }
  return {
    config,
    dataDir,
    logger,
    ownerUrl,
    embedded,
    archive,
    directory,
    sessions,
    secrets,
    tokens,
    own,
    priority,
    activity,
  };
}

async function servicesOf(
  definitions: readonly ServiceDefinition[],
  own: ReadonlyMap<ServiceName, OwnResources>,
  { logger, priority, activity }: Pick<Opened, 'logger' | 'priority' | 'activity'>,
  { teardown, quiet }: Pick<ComposeOptions, 'teardown' | 'quiet'>,
): Promise<Omit<LocalComposition, keyof Opened | 'replicas'>> {
  const transport = makeTransport(definitions, own, { logger, throttle: priority.throttle, activity });
  const services = new Map<ServiceName, ComposedService>();
  const modules: ServiceModule[] = [];
  for (const definition of definitions) {
    const resources = withTransport(own.get(definition.name)!, transport);
    services.set(definition.name, { definition, resources });
    modules.push(serviceModuleOf(definition, resources));
  }
  const only = quiet ? 'INSIDE' : undefined;
  let application: INestApplicationContext | undefined;
  let preparing: Promise<Runtime> | undefined;
  let isRunning = false;
  const prepared = async (app: INestApplicationContext): Promise<Runtime> => {
    application = app;
    expectConsumers();
    const runtime = runtimeOf(app);
    teardown(() => runtime.stop());
    // Registered last, so consumption ends before the first task stops.
    teardown(() => transport.stop());
    await runtime.prepare(only);
    return runtime;
  };
  const prepare = (app: INestApplicationContext): Promise<Runtime> => (preparing ??= prepared(app));
  return {
    services,
    get: (token) => providerOf(application, token),
    modules,
    prepare: async (app) => void (await prepare(app)),
    run: async (app) => {
      const runtime = await prepare(app);
      await runtime.start(only);
      for (const consumer of runtime.consumers) await transport.follow(consumer);
      transport.retryUnpublished();
      teardown(measureLag(transport, transport.consumers(), logger));
      isRunning = true;
    },
    isRunning: () => isRunning,
    backlog: () => transport.backlog(),
  };
}

export function sourcesOf(
  definitions: readonly ServiceDefinition[],
  own: ReadonlyMap<ServiceName, OwnResources>,
): Partial<Record<Topic, Source>> {
  const sources: Partial<Record<Topic, Source>> = {};
  for (const { name, publish } of definitions) {
    const topic = topics.find((one) => one === `${name}.events`);
    const resources = own.get(name)!;
    if (topic && publish) sources[topic] = { log: resources.log, worker: resources.worker, publish };
  }
  return sources;
}

function makeTransport(
  definitions: readonly ServiceDefinition[],
  own: ReadonlyMap<ServiceName, OwnResources>,
  { logger, throttle, activity }: Pick<OwnResources, 'logger' | 'throttle'> & Pick<Opened, 'activity'>,
): InProcessTransport {
  const databases: Record<string, ConsumerDatabase> = {};
  for (const [name, { database, worker }] of own) databases[name] = { database, worker };
  const sources = sourcesOf(definitions, own);
  return makeInProcessTransport({ sources, databases, logger, metrics: transportMetrics(activity), throttle });
}
