import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { anyone } from '@otklik/tenancy';
import type { OperationContext } from './context.js';
import { closeOnRevocation } from './close-on-revocation.js';
import { Fault } from './fault.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const context: OperationContext = { actor: anyone, language: 'ru', requestId: 'r' };
const over = { done: true, value: undefined } as const;
const broken = () => Promise.reject(new Error('the database is away'));

it.each<[string, AsyncIterator<unknown>, 'next' | 'return']>([
  ['its source ends', { next: async () => over }, 'next'],
  ['its source fails', { next: broken }, 'next'],
  ['its subscriber unsubscribes', { next: async () => over, return: async () => over }, 'return'],
  ['unsubscribing fails', { next: async () => over, return: broken }, 'return'],
])('stops checking rights when %s', async (_, source, step) => {
  const live = closeOnRevocation({ [Symbol.asyncIterator]: () => source }, context, () => undefined);
  expect(jest.getTimerCount()).toBe(1);
  await live[step]!().catch(() => undefined);
  expect(jest.getTimerCount()).toBe(0);
});

const refused = (): never => {
  throw new Fault('FORBIDDEN');
};
const endless: AsyncIterable<unknown> = {
  [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
};

it.each<[string, () => Promise<typeof anyone>, () => void, 'FORBIDDEN' | 'UNAUTHENTICATED']>([
  ['right', async () => anyone, () => refused(), 'FORBIDDEN'],
  ['token', () => Promise.reject(new Fault('UNAUTHENTICATED')), () => undefined, 'UNAUTHENTICATED'],
])(
  'closes the socket of an idle subscription within five seconds after the subscriber has lost the %s',
  async (_, reauthenticate, permits, code) => {
    const ended: string[] = [];
    let lost = false;
    const live = closeOnRevocation(
      endless,
      {
        ...context,
        reauthenticate: () => (lost ? reauthenticate() : Promise.resolve(anyone)),
        closeSocket: (reason) => void ended.push(reason),
      },
      () => (lost ? permits() : undefined),
    );
    void live.next();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ended).toEqual([]);
    lost = true;
    // The directory that rights are read from is itself up to 2.5 seconds old.
    await jest.advanceTimersByTimeAsync(2_500);
    expect(ended).toEqual([code]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ended).toEqual([code]);
  },
);

it('keeps the socket open while the issuer’s keys cannot be fetched', async () => {
  const ended: string[] = [];
  const reauthenticate = () => Promise.reject(new Error('the issuer does not answer'));
  void closeOnRevocation(
    endless,
    { ...context, reauthenticate, closeSocket: (code) => void ended.push(code) },
    () => undefined,
  ).next();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(ended).toEqual([]);
});
