import { topics, type Topic } from '@otklik/contracts/envelope';
import type { ServiceDefinition, ServiceName } from '@otklik/host';
import { measureLag, openServiceParts, transportMetrics, withTransport, type OwnParts } from '@otklik/host/process';
import type { Logger } from '@otklik/observability';
import { makeInProcessTransport, type InProcessTransport, type ServiceGround, type Source } from '@otklik/messaging';
import { openDirectory } from '@otklik/tenancy';
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
  /** Of the owner, who may create roles. */
  readonly databaseUrl: string;
  /** The server is ours: started with this process, stopped with it. */
  readonly embedded: boolean;
  /** Registers what is to be undone at the end; newest first. */
  teardown(step: () => unknown): void;
}

/** Migrates, loads the directory and starts every service. Who calls it puts a gateway or a command in front. */
export async function compose({ dataDir, databaseUrl, embedded, teardown }: ComposeOptions): Promise<Composition> {
  const config = readSingleConfig();
  const logger = openLog(config, dataDir);
  const secrets = await openSecrets(dataDir, config);
  const ownerUrl = await openOwnerDatabase(databaseUrl, embedded);
  const urlsOf = await migrate(ownerUrl, { roleSecret: secrets.roleSecret, districts: config.districts });
  const directory = await openDirectory(urlsOf('gateway').app, { logger });
  teardown(() => directory.close());
  const tokens = await openTokenIssuer(secrets.tokenKey, { audience: config.audience, minutes: config.tokenMinutes });
  const { kek, forPurpose: secret } = secrets;
  const shared = { dataDir, directory, logger, kek, secret, environment: processEnvironment() };
  const own = new Map<ServiceName, OwnParts>();
  for (const definition of all) {
    const { parts, close } = openServiceParts(definition, urlsOf(definition.name), shared);
    teardown(close);
    own.set(definition.name, parts);
  }
  const { services, transport } = await startServices(all, own, logger, teardown);
  return { config, dataDir, logger, ownerUrl, embedded, directory, secrets, tokens, services, transport };
}

async function startServices(
  definitions: readonly ServiceDefinition[],
  own: ReadonlyMap<ServiceName, OwnParts>,
  logger: Logger,
  teardown: ComposeOptions['teardown'],
): Promise<Pick<Composition, 'services' | 'transport'>> {
  const transport = makeTransport(definitions, own, logger);
  const services = new Map<ServiceName, ComposedService>();
  for (const definition of definitions) {
    const parts = withTransport(own.get(definition.name)!, transport);
    const running = await definition.start(parts);
    teardown(() => running.stop());
    services.set(definition.name, { definition, parts, running });
  }
  // Registered last, so that nothing is consumed any more when the first service stops.
  teardown(() => transport.stop());
  for (const consumer of [...services.values()].flatMap(({ running }) => running.consumers))
    await transport.follow(consumer);
  teardown(measureLag(transport, transport.consumers(), logger));
  return { services, transport };
}

function makeTransport(
  definitions: readonly ServiceDefinition[],
  own: ReadonlyMap<ServiceName, OwnParts>,
  logger: Logger,
): InProcessTransport {
  const sources: Partial<Record<Topic, Source>> = {};
  const grounds: Record<string, ServiceGround> = {};
  for (const { name, publish } of definitions) {
    const { database, worker, log } = own.get(name)!;
    grounds[name] = { database, worker };
    const topic = topics.find((one) => one === `${name}.events`);
    if (topic && publish) sources[topic] = { log, publish };
  }
  return makeInProcessTransport({ sources, grounds, logger, metrics: transportMetrics() });
}
