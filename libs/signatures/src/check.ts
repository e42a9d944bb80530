/** What runs in browsers, too. */
export { thumbprintOf } from './certificate.js';
export { checkSignature, type CheckedSignature } from './check-signature.js';
export { checkContainer, type CheckedContainer, type PartFault } from './container.js';
