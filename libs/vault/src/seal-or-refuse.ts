import { refuse } from '@otklik/kernel';
import { KeyDestroyed } from './sealing.js';
import type { Vault } from './vault.js';

/** Whose data was erased, about him nothing more is written: an act that would is refused with `code`. */
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
