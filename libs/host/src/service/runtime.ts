import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { Clock } from '@otklik/kernel';
import type { Consumer } from '@otklik/messaging';
import { EVENT_CONSUMER, toConsumer } from '../events/event-consumer.js';
import { BACKGROUND, type BackgroundTask } from './background.js';

/** Consumers and background tasks of an application. */
export interface Runtime {
  readonly consumers: readonly Consumer[];
  /** Starts the background tasks, in the order of their modules. */
  start(): Promise<void>;
  /** Stops them, newest first. */
  stop(): Promise<void>;
}

/** Finds the consumers and background tasks among the providers of an application. Starts nothing. */
export function runtimeOf(app: INestApplicationContext): Runtime {
  const providers = instancesOf(app);
  const marked = (mark: symbol) => providers.filter(({ constructor }) => Reflect.hasMetadata(mark, constructor));
  const tasks = marked(BACKGROUND) as readonly BackgroundTask[];
  return {
    consumers: marked(EVENT_CONSUMER).map((one) => toConsumer(one, app.get(Clock, { strict: false }))),
    start: async () => {
      for (const task of tasks) await task.start();
    },
    stop: async () => {
      for (const task of tasks.toReversed()) await task.stop();
    },
  };
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
