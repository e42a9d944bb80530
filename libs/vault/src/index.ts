export { bodyLink, readBodyLink, type BodyLetterId } from './body-link.js';
export { IDENTITY, normaliseContact } from './contact.js';
export { FILE_KEY_BYTES, openFile, sealedChunks, sealFile } from './file-seal.js';
export { followUpLink, readFollowUpLink } from './follow-up-link.js';
export { assertSealContext } from './seal-context.js';
export { keyEncryptionKeys, type KeyEncryptionKeys } from './key-encryption.js';
export { erasePerson, insertPeopleSql, personColumns, type Erasure } from './key-rows.js';
export { memoryVault } from './memory-vault.js';
export { installVault, vaultMigrations } from './migrations.js';
export { openVault, type VaultOptions } from './postgres-vault.js';
export { KeyDestroyed, SealBroken } from './sealing.js';
export { readableEvents } from './readable-events.js';
export { Secrets } from './secrets.js';
export { sealOrRefuse } from './seal-or-refuse.js';
export {
  addDistrictKey,
  openDistrictKey,
  readErasures,
  replayErasures,
  rewrapDistrictKeys,
} from './vault-operations.js';
export { openOfficialEmail, sealOfficialEmail } from './official-email.js';
export { readSubscriptionLink, subscriptionLink } from './subscription-link.js';
export { openViewWords, sealViewWords, type ViewWords } from './view-words.js';
export { openNetworkSecrets, sealNetworkSecrets, type NetworkSecrets } from './network-secrets.js';
export { signIds, verifyIds } from './signed-ids.js';
export {
  addressToken,
  MAX_LOCAL_PART,
  readAddressToken,
  signedAddress,
  tokenOf,
  type Addressed,
} from './signed-address.js';
export { openTextBox, sealTextBox } from './text-box.js';
export { KeyKeeper, sealedPerson, Vault, type NewPerson, type Sealed, type SealContext } from './vault.js';
