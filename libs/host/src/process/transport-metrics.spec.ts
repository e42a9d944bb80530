import { expect, it } from '@jest/globals';
import type { EventTransport } from '@otklik/messaging';
import { createLogger } from '@otklik/observability';
import { setTimeout as sleep } from 'node:timers/promises';
import { measureLag } from './transport-metrics.js';

it('stops at once while the servers do not respond, and measures no more', async () => {
  const answer = Promise.withResolvers<{ events: number; seconds: number }>();
  const asked: string[] = [];
  const transport: EventTransport = {
    follow: () => Promise.resolve(),
    lag: (consumer) => {
      asked.push(consumer);
      return answer.promise;
    },
    stop: () => Promise.resolve(),
  };
  const end = measureLag(transport, ['probe.one', 'probe.two'], createLogger({ level: 'silent' }));
  const ended = (async () => {
    await end();
    return 'ended';
  })();
  expect(await Promise.race([ended, sleep(1_000, 'waits')])).toBe('ended');
  answer.resolve({ events: 1, seconds: 1 });
  await sleep(50);
  expect(asked).toEqual(['probe.one']);
});
