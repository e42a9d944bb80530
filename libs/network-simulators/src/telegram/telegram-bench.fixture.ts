import { telegramChannel } from '@otklik/networks';
import type { NetworkBench } from '../contract/bench.fixture.js';
import { Simulator } from '../simulator/simulator.js';
import { telegramProtocol } from './telegram-simulator.js';

export const TOKEN = '7000000001:AAH-token-of-the-bot-51f0';
export const SECRET = 'secret-of-telegram_2b7';
export const GROUP = '-1002000000000';
export const LISTENER = 'https://otklik.example/networks/telegram';

export async function telegramBench(): Promise<NetworkBench> {
  const simulator = await Simulator.start(telegramProtocol, { token: TOKEN, group: GROUP });
  return {
    simulator,
    secret: SECRET,
    canaries: [TOKEN, SECRET],
    connect: ({ account = 'aldan', secret = SECRET } = {}) =>
      telegramChannel({
        account,
        token: TOKEN,
        secret,
        listener: LISTENER,
        group: GROUP,
        api: simulator.api.url,
        timeoutMs: 1_500,
        now: () => simulator.world.now,
      }),
  };
}
