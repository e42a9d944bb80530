import { expect, it } from '@jest/globals';
import type { EventTransport } from '@otklik/messaging';
import { createLogger, metrics } from '@otklik/observability';
import { eventually } from '@otklik/testing';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expectConsumers, measureLag } from './transport-metrics.js';

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

it('measures under the names by which alerts ask, and no more while the servers do not answer', async () => {
  let isAway = false;
  const lag = () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve({ events: 3, seconds: 40 }));
  const transport = { lag } as unknown as EventTransport;
  const valueOf = async (name: string) => (await metrics.getSingleMetric(name)?.get())?.values[0]?.value;
  const alerts = readFileSync('deploy/observability/alerts.yaml', 'utf8');
  const end = measureLag(transport, ['probe.alerts'], createLogger({ level: 'silent' }));
  const measured = /min\((\w+_measured_\w+)\) == 0/.exec(alerts)![1]!;
  const at = await eventually(async () => (await valueOf(measured)) || undefined);
  expect(Math.abs(Date.now() / 1000 - at)).toBeLessThan(60);
  const seconds = /\((\w+_lag_seconds)\) > 30/.exec(alerts)![1]!;
  expect(await metrics.getSingleMetricAsString(seconds)).toContain('{consumer="probe.alerts"} 40');
  // Or an alert on its increase would miss the first one.
  const dead = /increase\((\w+_dead_lettered_\w+)/.exec(alerts)![1]!;
  expect(await metrics.getSingleMetricAsString(dead)).toContain('{consumer="probe.alerts"} 0');
  end();
  isAway = true;
  const endOther = measureLag(transport, ['probe.alerts'], createLogger({ level: 'silent' }));
  await sleep(50);
  expect(await valueOf(measured)).toBe(at);
  endOther();
});

it('shows consumers that never start as a lag that was never measured', async () => {
  const alerts = readFileSync('deploy/observability/alerts.yaml', 'utf8');
  const measured = /min\((\w+_measured_\w+)\) == 0/.exec(alerts)![1]!;
  expectConsumers();
  expect(await metrics.getSingleMetricAsString(measured)).toMatch(/ 0$/);
});
