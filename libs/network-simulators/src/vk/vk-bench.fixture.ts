import { vkChannel } from '@otklik/networks';
import type { NetworkBench } from '../contract/bench.fixture.js';
import { Simulator } from '../simulator/simulator.js';
import { vkProtocol } from './vk-simulator.js';

export const GROUP = '229000111';
export const SECRET = 'secret_of_vk_83e1';
export const CONFIRMATION = 'c0nf1rm';
export const GROUP_TOKEN = 'vk1.a.group-token-1f9d';
const SERVICE_TOKEN = 'service-token-77aa';

export async function vkBench(): Promise<NetworkBench> {
  const tokens = { groupToken: GROUP_TOKEN, serviceToken: SERVICE_TOKEN };
  const simulator = await Simulator.start(vkProtocol, { group: GROUP, confirmation: CONFIRMATION, ...tokens });
  return {
    simulator,
    secret: SECRET,
    canaries: [GROUP_TOKEN, SERVICE_TOKEN, SECRET],
    connect: ({ account = 'aldan', secret = SECRET } = {}) =>
      vkChannel({
        account,
        group: GROUP,
        ...tokens,
        secret,
        confirmation: CONFIRMATION,
        listener: 'https://otklik.example/networks/vk',
        api: simulator.api.url,
        timeoutMs: 1_500,
        now: () => simulator.world.now,
      }),
  };
}
