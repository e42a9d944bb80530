import { refuse } from '@otklik/kernel';
import { KeyDestroyed } from './sealing.js';
import type { Vault } from './vault.js';

/** `seal` that refuses the command with `code` when the person's data was erased: nothing more may be stored about them. */
export function sealOrRefuse(vault: Pick<Vault, 'seal'>, code: string): Vault['seal'] {
  return async (...sealed) => {
    try {
      return await vault.seal(...sealed);
    } catch (error) {
      if (error instanceof KeyDestroyed) refuse(code);
      throw error;
    }
  };
}
