import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { serviceModuleOf, type Environment, type ServiceName } from '@otklik/host';
import { readKafkaConfig, withTransport } from '@otklik/host/process';
import { topics, type Topic } from '@otklik/contracts/envelope';
import { backlog, openKafka, replicas, type EventTransport, type Source } from '@otklik/messaging';
import { openComposition, Services, sourcesOf, type ComposeOptions } from '../compose.js';
import type { ComposedService, Composition } from '../composition.js';
import { services as all } from '../services.js';

/**
 * The composition of the operator's commands when the services run in processes of their own: the same database, no
 * service and no consumer started. Migrates and loads the districts unless `prepared`.
 */
export async function composeForCommands(options: ComposeOptions, environment: Environment): Promise<Composition> {
  const { namespace, topicsFile: _, ...settings } = readKafkaConfig(environment);
  const { own, ...opened } = await openComposition(options);
  const kafka = openKafka({ ...settings, clientId: 'otklik-operator', logger: opened.logger });
  options.teardown(() => kafka.close());
  const services = new Map<ServiceName, ComposedService>();
  const imports: DynamicModule[] = [];
  for (const definition of all) {
    const resources = withTransport(own.get(definition.name)!, noTransport);
    services.set(definition.name, { definition, resources });
    if (definition.operations) imports.push(serviceModuleOf(definition, resources).module);
  }
  const app = await NestFactory.createApplicationContext({ module: Services, imports }, { logger: false });
  options.teardown(() => app.close());
  const logs = sourcesOf(all, own);
  const sources = new Map(topics.flatMap((topic): [Topic, Source][] => (logs[topic] ? [[topic, logs[topic]]] : [])));
  const workers = new Map([...own].map(([name, { worker }]) => [name, worker]));
  const get: Composition['get'] = (token) => app.get(token, { strict: false });
  const given = { kafka, namespace, workers };
  return { ...opened, services, get, backlog: () => backlog({ ...given, sources }), replicas: () => replicas(given) };
}

/** A command consumes no events. */
const noTransport: EventTransport = {
  follow: () => Promise.reject(new Error('The operator’s tool consumes no events.')),
  lag: () => Promise.reject(new Error('The operator’s tool consumes no events.')),
  stop: () => Promise.resolve(),
};
