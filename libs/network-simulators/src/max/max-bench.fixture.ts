import { maxChannel } from '@otklik/networks';
import type { NetworkBench } from '../contract/bench.fixture.js';
import { Simulator } from '../simulator/simulator.js';
import { maxProtocol } from './max-simulator.js';

export const TOKEN = 'f9LHodD0cOL-token-of-max-4d21';
export const SECRET = 'secret_of_max-60b3';
export const BOT = '300000999';
export const CHANNEL = '-71234567890123';

export async function maxBench(): Promise<NetworkBench> {
  const simulator = await Simulator.start(maxProtocol, { token: TOKEN, bot: BOT, channel: CHANNEL });
  const dialogues = () => simulator.world.threads.filter(({ kind }) => kind === 'DIRECT').map(({ id }) => id);
  return {
    simulator,
    secret: SECRET,
    canaries: [TOKEN, SECRET],
    connect: ({ account = 'aldan', secret = SECRET } = {}) =>
      maxChannel({
        account,
        token: TOKEN,
        secret,
        listener: 'https://otklik.example/networks/max',
        bot: BOT,
        channels: [CHANNEL],
        dialogues,
        api: simulator.api.url,
        timeoutMs: 1_500,
        now: () => simulator.world.now,
      }),
  };
}
