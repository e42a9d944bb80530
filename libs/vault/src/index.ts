export { demandInPlace } from './in-place.js';
export { keyEncryptionKeys, type KeyEncryptionKeys } from './key-encryption.js';
export type { Erasure } from './key-rows.js';
export { memoryVault } from './memory-vault.js';
export { installVault, vaultMigrations } from './migrations.js';
export { openVault, type VaultOptions } from './postgres-vault.js';
export { KeyDestroyed, SealBroken } from './sealing.js';
export { sealOrRefuse } from './seal-or-refuse.js';
export { readErasures, replayErasures, rewrapDistrictKeys } from './vault-operations.js';
export {
  sealedPerson,
  type KeyDurability,
  type KeyKeeper,
  type Sealed,
  type SealedPlace,
  type Vault,
} from './vault.js';
