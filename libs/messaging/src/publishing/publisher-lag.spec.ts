import { expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { fact, MemoryTopic, newId, silent } from '../probe.contract.js';
import { watchPublisherLag } from './publisher-lag.js';

it('reports the age of the oldest event that is not published, and 0 at the end', async () => {
  const log = new MemoryTopic();
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
  log.put(
    fact('intake.events', newId(), { recordedAt: ago(500) }),
    fact('intake.events', newId(), { recordedAt: ago(90) }),
  );
  const seen: number[] = [];
  let published = 1;
  const stop = new AbortController();
  const options = {
    log,
    position: () => published,
    report: (seconds: number) => void seen.push(seconds),
    logger: silent,
  };
  const watching = watchPublisherLag({ ...options, intervalMs: 5 }, stop.signal);
  await eventually(() => Promise.resolve(seen.length > 0 || undefined));
  expect(seen[0]).toBeGreaterThanOrEqual(90);
  expect(seen[0]).toBeLessThan(400);
  published = 2;
  await eventually(() => Promise.resolve(seen.at(-1) === 0 || undefined));
  published = 1;
  await eventually(() => Promise.resolve(seen.at(-1)! > 0 || undefined));
  stop.abort();
  await watching;
  expect(seen.at(-1)).toBe(0);
});
