import { describe, expect, it } from '@jest/globals';
import type { Capabilities } from '@otklik/networks';
import { House, type NetworkBench } from './contract/bench.fixture.js';
import type { Suite } from './contract/case.fixture.js';
import { catchingUpContract } from './contract/catching-up.contract.js';
import { fuzzContract } from './contract/fuzz.contract.js';
import { receivingContract } from './contract/receiving.contract.js';
import { sendingContract } from './contract/sending.contract.js';

/**
 * What every network's channel promises, tried against the network's simulator. The numbers are those of the cases.
 * `leftOut` names the cases that cannot be tried, each with the capability that the network lacks; there may be no other.
 */
export function networkContract(
  name: string,
  capabilities: Capabilities,
  leftOut: readonly string[],
  open: () => Promise<NetworkBench>,
): void {
  const suite: Suite = {
    capabilities,
    leftOut: [],
    on: (run) => async () => {
      const bench = await open();
      try {
        await run(await House.open(bench), bench);
      } finally {
        await bench.simulator.stop();
      }
    },
  };
  describe(`${name} fulfils the contract of a network`, () => {
    receivingContract(suite);
    catchingUpContract(suite);
    sendingContract(suite);
    fuzzContract(suite);
    it(`leaves out what it cannot do: ${leftOut.join(', ') || 'nothing'}`, () =>
      expect(suite.leftOut).toEqual(leftOut));
  });
}
