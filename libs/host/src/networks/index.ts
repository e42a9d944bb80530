export { extraNetworks } from './extra-networks.js';
export { bodyOrigins, outsideOrigins } from './outside-origins.js';
export { networkApis } from './network-apis.js';
export { networkChannel, openedAccount } from './network-accounts.js';
