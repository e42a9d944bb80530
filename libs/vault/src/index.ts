export { sealedPerson, type KeyKeeper, type Sealed, type SealedPlace, type Vault } from './vault.js';
