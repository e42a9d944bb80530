import { expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Background, type BackgroundTask } from './background.js';
import { runtimeOf } from './runtime.js';

const told: string[] = [];
let hold: Promise<void> | undefined;

@Background()
class Later implements BackgroundTask {
  async start(): Promise<void> {
    await hold;
    told.push('later');
  }
  stop(): void {
    told.push('later stops');
  }
}

@Background('INSIDE', { isNeededByRequests: true })
class Needed implements BackgroundTask {
  start(): void {
    told.push('needed');
  }
  stop(): void {
    told.push('needed stops');
  }
}

@Background()
class Last implements BackgroundTask {
  start(): void {
    told.push('last');
  }
  stop(): void {
    told.push('last stops');
  }
}

@Module({ providers: [Later, Needed, Last] })
class Tasks {}

async function application(): Promise<INestApplicationContext> {
  told.length = 0;
  hold = undefined;
  return NestFactory.createApplicationContext(Tasks, { logger: false });
}

it('starts what requests need first, and each task once', async () => {
  const app = await application();
  const runtime = runtimeOf(app);
  await runtime.prepare();
  expect(told).toEqual(['needed']);
  await runtime.start();
  expect(told).toEqual(['needed', 'later', 'last']);
  await runtime.stop();
  expect(told.slice(3)).toEqual(['last stops', 'later stops', 'needed stops']);
  await app.close();
});

it('starts those of one kind alone where it is given', async () => {
  const app = await application();
  const runtime = runtimeOf(app);
  await runtime.start('INSIDE');
  expect(told).toEqual(['needed']);
  await runtime.stop();
  await app.close();
});

it('leaves no task running that was starting when the process stopped', async () => {
  const app = await application();
  const runtime = runtimeOf(app);
  const { promise, resolve } = Promise.withResolvers<void>();
  hold = promise;
  const starting = runtime.start();
  await runtime.stop();
  resolve();
  await starting;
  expect(told).toEqual(['later', 'later stops']);
  await app.close();
});
