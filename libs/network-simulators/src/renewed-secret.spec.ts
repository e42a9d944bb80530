import { expect, it } from '@jest/globals';
import type { NetworkBench } from './contract/bench.fixture.js';
import { maxBench } from './max/max-bench.fixture.js';
import { telegramBench } from './telegram/telegram-bench.fixture.js';
import { vkBench } from './vk/vk-bench.fixture.js';

const NEVER = new AbortController().signal;

it.each<[string, () => Promise<NetworkBench>]>([
  ['VK', vkBench],
  ['MAX', maxBench],
  ['Telegram', telegramBench],
])('%s is sent a renewed secret by the next check, and delivers under it', async (_name, open) => {
  const bench = await open();
  try {
    await bench.connect().ensure(NEVER);
    expect(bench.simulator.subscription?.secret).toBe(bench.secret);
    const renewed = bench.connect({ secret: 'the-renewed-secret-1f09' });
    await renewed.ensure(NEVER);
    expect(bench.simulator.subscription?.secret).toBe('the-renewed-secret-1f09');
    expect(await renewed.ensure(NEVER)).toEqual([]);
  } finally {
    await bench.simulator.stop();
  }
});
