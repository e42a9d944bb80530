import { NETWORKS, type Network } from '@otklik/networks';
import type { Setting } from '../config.js';

const offByDefault = (Object.keys(NETWORKS) as Network[]).filter((network) => NETWORKS[network].isOffByDefault);

/** Networks that are off until the operator names them. */
export const extraNetworks: Setting<readonly Network[]> = {
  variable: 'OTKLIK_EXTRA_NETWORKS',
  about: `networks that are off by default and are switched on, with commas: ${offByDefault.join(', ')}`,
  parse: (raw) =>
    (raw ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => {
        const known = offByDefault.find((network) => network === name);
        if (known === undefined) throw new Error(`must be some of ${offByDefault.join(', ')}`);
        return known;
      }),
};
