export { memoryVault } from './memory-vault.js';
export { KeyDestroyed, SealBroken } from './sealing.js';
export { sealedPerson, type KeyKeeper, type Sealed, type SealedPlace, type Vault } from './vault.js';
