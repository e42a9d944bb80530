export { thumbprintOf, type SigningCertificate } from './certificate.js';
export {
  checkSignature,
  type CheckedAgainst,
  type CheckedSignature,
  type SignatureFault,
  type SignatureVerdict,
} from './check-signature.js';
export { LETTER_KEY, ownKey, ownKeyAt, type OwnKey } from './own-key.js';
export {
  checkContainer,
  CONTAINER,
  makeContainer,
  SETS,
  type CheckedContainer,
  type Part,
  type PartSet,
  type PartFault,
} from './container.js';
export { mergeContainers } from './packed-files.js';
