import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { anyone } from '@otklik/tenancy';
import type { OperationContext } from './context.js';
import { endedWhenLost } from './ended-when-lost.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const context: OperationContext = { actor: anyone, language: 'ru', requestId: 'r' };
const over = { done: true, value: undefined } as const;
const broken = () => Promise.reject(new Error('the database is away'));

it.each<[string, AsyncIterator<unknown>, 'next' | 'return']>([
  ['its source ends', { next: async () => over }, 'next'],
  ['its source fails', { next: broken }, 'next'],
  ['its reader leaves', { next: async () => over, return: async () => over }, 'return'],
  ['the leaving fails', { next: async () => over, return: broken }, 'return'],
])('looks no more when %s', async (_, source, step) => {
  const live = endedWhenLost({ [Symbol.asyncIterator]: () => source }, context, () => undefined);
  expect(jest.getTimerCount()).toBe(1);
  await live[step]!().catch(() => undefined);
  expect(jest.getTimerCount()).toBe(0);
});
