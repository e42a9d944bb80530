import { noThrottle, ProcessActivity } from '@otklik/kernel';
import { publishingFaults } from '@otklik/messaging';
import { createLogger, type Logger } from '@otklik/observability';
import { openDirectory, serviceUrls } from '@otklik/tenancy';
import { startApplication } from '../application.js';
import type { ServiceDefinition, ServiceResources } from '../service.js';
import { serviceModuleOf } from '../service/host-module.js';
import { runtimeOf } from '../service/runtime.js';
import { kafkaConfig, processEnvironment, readServiceConfig, type ServiceConfig } from './config.js';
import { reachable } from './reachable.js';
import { runProcess, type Teardown } from './run-process.js';
import { OWN_WORKER_CONNECTIONS, openServiceResources, withTransport } from './service-resources.js';
import { serviceModule } from './service-module.js';
import { kafkaTransport } from './transport.js';
import { expectConsumers, measureLag } from './transport-metrics.js';
import { peersOf } from './peers.js';
import { wakeCopies } from './wake-copies.js';
import { watchMachine } from './watch-machine.js';

/** A service's `main.ts`: runs the service as a process of its own until a signal. Migrates nothing. */
export function runService(definition: ServiceDefinition): Promise<void> {
  return runProcess(definition.name, async (teardown) => {
    const config = readServiceConfig();
    const logger = createLogger({ level: config.logLevel, service: definition.name });
    return startService(definition, config, logger, teardown);
  });
}

async function startService(
  definition: ServiceDefinition,
  config: ServiceConfig,
  logger: Logger,
  teardown: Teardown,
): Promise<{ readonly url: string }> {
  const { name } = definition;
  const makeTransport = kafkaTransport(kafkaConfig(config));
  const urls = serviceUrls(config.database, name, config.roleSecret);
  const directory = await openDirectory(urls.app, { logger });
  teardown(() => directory.close());
  const { kek, secret, dataDir } = config;
  const activity = new ProcessActivity();
  const shared = {
    dataDir,
    directory,
    logger,
    kek,
    secret,
    environment: processEnvironment(),
    workerConnections: OWN_WORKER_CONNECTIONS,
    throttle: noThrottle,
    activity,
    now: () => new Date().toISOString(),
  };
  const { resources, close } = openServiceResources(definition, urls, shared);
  teardown(close);
  const { database, worker, log } = resources;
  teardown(wakeCopies({ service: name, url: urls.worker, worker, activity, logger }));
  const transport = makeTransport({ definition, database, worker, log, logger, activity });
  const running = serviceModuleOf(definition, withTransport(resources, transport));
  expectConsumers();
  const application = await startApplication({
    metricsToken: config.metricsToken,
    module: serviceModule({ name, running, directory, actorKeys: config.actorKeys, logger }),
    beforeListening: async (app) => {
      const runtime = runtimeOf(app);
      teardown(() => runtime.stop());
      teardown(() => transport.stop());
      await runtime.start();
    },
    logger,
    host: config.host,
    port: config.port,
    behindEdge: true,
    waitingFor: waitingFor(resources),
    parts: definition.publish ? { publishing: () => publishingFaults(worker, name) } : {},
  });
  teardown(() => application.close());
  const { consumers } = runtimeOf(application.app);
  for (const consumer of consumers) await transport.follow(consumer);
  const names = consumers.map((consumer) => consumer.name);
  teardown(measureLag(transport, names, logger));
  teardown(
    watchMachine({
      folders: { data: dataDir },
      database: worker,
      log: definition.publish ? name : undefined,
      peers: peersOf(shared.environment),
      logger,
    }),
  );
  return application;
}

function waitingFor({ worker }: Pick<ServiceResources, 'worker'>): () => Promise<readonly string[]> {
  return async () => ((await reachable(worker)) ? [] : ['database']);
}
