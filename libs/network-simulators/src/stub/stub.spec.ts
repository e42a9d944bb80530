import { stubCapabilities, stubChannel } from '@otklik/networks';
import { networkContract } from '../networks.contract.js';
import { Simulator } from '../simulator/simulator.js';
import { stubProtocol } from './stub-simulator.js';

const TOKEN = 'token-of-the-stub-0c7d';
const SECRET = 'secret-of-the-stub-91aa';

networkContract(
  'the stub',
  stubCapabilities,
  ['4 receive.edits', 'hears counters.pushed', 'sends send.files', '26 send.files'],
  async () => {
    const simulator = await Simulator.start(stubProtocol, { token: TOKEN });
    return {
      simulator,
      secret: SECRET,
      canaries: [TOKEN, SECRET],
      connect: ({ account = 'aldan', secret = SECRET } = {}) =>
        stubChannel({
          account,
          api: simulator.api.url,
          token: TOKEN,
          secret,
          listener: 'https://otklik.example/networks/stub',
          files: { hosts: ['files.stub.test'], served: simulator.api.url },
          timeoutMs: 1_500,
          now: () => simulator.world.now,
        }),
    };
  },
);
