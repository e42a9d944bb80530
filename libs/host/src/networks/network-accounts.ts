import { deliverySecrets, isNetwork, openAccount, type OpenedAccount, type Surroundings } from '@otklik/networks';
import type { NetworkAccount } from '@otklik/tenancy';
import { openNetworkSecrets, type Secrets } from '@otklik/vault';

const opened = new WeakMap<NetworkAccount, OpenedAccount>();

/**
 * A district's account with its secrets; nothing for a mailbox or a front-end, which no network opens. Opened once for as long
 * as the directory holds that version of it.
 */
export function openedAccount(account: NetworkAccount, secrets: Secrets): OpenedAccount | undefined {
  const { id, network, settings, sealed } = account;
  if (!isNetwork(network)) return undefined;
  const known = opened.get(account);
  if (known) return known;
  const fresh = { id, network, settings, secrets: openNetworkSecrets(secrets.of('network-account'), id, sealed) };
  opened.set(account, fresh);
  return fresh;
}

/** What speaks with the network of an account, and how its deliveries are known; nothing for what is no network. */
export function networkChannel(account: NetworkAccount, secrets: Secrets, surroundings: Surroundings) {
  const found = openedAccount(account, secrets);
  return found && { channel: openAccount(found, surroundings), secrets: deliverySecrets(found, surroundings.now()) };
}
