export { transportContract } from './transport.contract.js';
export type { TransportUnderTest } from './transport-world.contract.js';
