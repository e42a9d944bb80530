export { transportContract, type TransportUnderTest } from './transport.contract.js';
