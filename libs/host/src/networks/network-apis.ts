import { readNetworkApis, type NetworkApis } from '@otklik/networks';
import type { Setting } from '../config.js';

/** Of every service that hears networks, or answers there. */
export const networkApis: Setting<NetworkApis> = {
  variable: 'OTKLIK_NETWORK_APIS',
  about: 'simulators in the place of networks, <network>=<http address>[,…]',
  parse: readNetworkApis,
};
