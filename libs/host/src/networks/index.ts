export { extraNetworks } from './extra-networks.js';
export { networkApis } from './network-apis.js';
export { networkChannel, openedAccount } from './network-accounts.js';
