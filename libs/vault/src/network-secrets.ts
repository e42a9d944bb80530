import { openTextBox, sealTextBox } from './text-box.js';

/** The secrets of an account in a network, by the names of the network's fields. */
export interface NetworkSecrets {
  readonly values: Readonly<Record<string, string>>;
  /** What was there before a renewal holds beside the new value until then (ISO 8601 UTC). */
  readonly former?: Readonly<Record<string, { readonly value: string; readonly until: string }>>;
}

/** Sealed for this account alone by `key` (`Secrets.of('network-account')`). */
export function sealNetworkSecrets(key: Buffer, account: string, secrets: NetworkSecrets): string {
  return sealTextBox(key, account, JSON.stringify(secrets));
}

/** Throws when they were sealed for another account, by another key, or changed. */
export function openNetworkSecrets(key: Buffer, account: string, sealed: string): NetworkSecrets {
  return JSON.parse(openTextBox(key, account, sealed)) as NetworkSecrets;
}
