import { expect, it } from '@jest/globals';
import { memoryEventStore } from '@otklik/event-store';
import { randomUUID } from 'node:crypto';
import { verifyNumbers, type CountedSeries } from './verify-numbers.js';

const at = '2026-11-24T03:00:00.000Z';
const series = { journal: 'APPEALS', year: 2026 } as const;

function journal() {
  const store = memoryEventStore('intake');
  const give = (serial: number) =>
    store.append({
      ...{ district: 1, stream: randomUUID(), streamType: 'Appeal', expected: 'none', at, actor: { kind: 'system' } },
      ...{ commandId: randomUUID(), correlationId: randomUUID() },
      events: [{ id: randomUUID(), type: 'AppealRegistered', schema: 1, data: { ...series, serial } }],
    });
  const faults = async (counted: () => Promise<readonly CountedSeries[]>) =>
    (await verifyNumbers(store.log, [1], counted)).map(({ fault }) => fault);
  return { give, faults };
}

it('finds numbers that are missing, repeated, or beyond the counter', async () => {
  const { give, faults } = journal();
  for (const serial of [1, 2, 2, 4, 7]) await give(serial);
  expect(await faults(async () => [{ ...series, last: 5 }])).toEqual([
    '3 is missing',
    '5 is missing',
    '2 was given 2 times',
    '7 is beyond the counter, 5',
  ]);
  expect(await faults(async () => [])).toEqual(['numbers without a counter']);
});

it('is not misled by numbers that are given meanwhile', async () => {
  const { give, faults } = journal();
  let last = 0;
  const counted = async () => {
    await give((last += 1));
    return [{ ...series, last }];
  };
  expect(await faults(counted)).toEqual([]);
});
