import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { Clock } from '@otklik/kernel';
import type { Consumer } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { CASE_REACTOR, type HearsCases } from '../events/case-reactor.js';
import { EVENT_CONSUMER, toConsumer } from '../events/event-consumer.js';
import { BACKGROUND, type BackgroundKind, type BackgroundMark, type BackgroundTask } from './background.js';

/** Consumers and background tasks of an application. */
export interface Runtime {
  readonly consumers: readonly Consumer[];
  /** Starts the background tasks that requests need, in the order of their modules; of one kind alone where it is given. */
  prepare(only?: BackgroundKind): Promise<void>;
  /** Starts those that do not run yet. */
  start(only?: BackgroundKind): Promise<void>;
  /** Stops them, newest first. */
  stop(): Promise<void>;
}

/** Finds the consumers and background tasks among the providers of an application. Starts nothing. */
export function runtimeOf(app: INestApplicationContext): Runtime {
  const providers = instancesOf(app);
  const marked = (mark: symbol) => providers.filter(({ constructor }) => Reflect.hasMetadata(mark, constructor));
  const tasks = marked(BACKGROUND) as readonly BackgroundTask[];
  const started: BackgroundTask[] = [];
  let stopped = false;
  const startThose = async (are: (mark: BackgroundMark) => boolean): Promise<void> => {
    for (const task of tasks.filter((one) => are(markOf(one)) && !started.includes(one))) {
      if (stopped) return;
      await task.start();
      if (stopped) await task.stop();
      else started.push(task);
    }
  };
  return {
    consumers: [
      ...(marked(CASE_REACTOR) as readonly HearsCases[]).map(({ consumer }) => consumer),
      ...marked(EVENT_CONSUMER).map((one) =>
        toConsumer(one, app.get(Clock, { strict: false }), app.get(Logger, { strict: false })),
      ),
    ],
    prepare: (only) => startThose(({ kind, isNeededByRequests }) => isNeededByRequests && (only ?? kind) === kind),
    start: (only) => startThose(({ kind }) => (only ?? kind) === kind),
    stop: async () => {
      stopped = true;
      for (let task = started.pop(); task !== undefined; task = started.pop()) await task.stop();
    },
  };
}

function markOf(task: BackgroundTask): BackgroundMark {
  return Reflect.getMetadata(BACKGROUND, task.constructor) as BackgroundMark;
}

/** Every provider of the class: services that share one process have each their own. */
export function everyOf<Provider extends object>(
  app: INestApplicationContext,
  type: abstract new (...given: never[]) => Provider,
): readonly Provider[] {
  return instancesOf(app).filter((instance): instance is Provider => instance instanceof type);
}

function instancesOf(app: INestApplicationContext): readonly object[] {
  const found = new Set<object>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { instance } of module.providers.values() as Iterable<{ readonly instance: unknown }>) {
      if (typeof instance === 'object' && instance !== null) found.add(instance);
    }
  }
  return [...found];
}
