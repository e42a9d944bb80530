import { compact } from '@otklik/kernel';
import type { AccountDefinition, AccountNetwork, Network, NetworkDefinition } from './definition.js';
import { instagramDefinition } from './instagram/instagram-definition.js';
import { mailDefinition } from './mail-definition.js';
import { maxDefinition } from './max/max-definition.js';
import type { Channel, Iso } from './network.js';
import { okDefinition } from './ok/ok-definition.js';
import { open311BodyDefinition } from './open311/open311-body-definition.js';
import { open311Definition } from './open311/open311-definition.js';
import { telegramDefinition } from './telegram/telegram-definition.js';
import { vkDefinition } from './vk/vk-definition.js';

/** Every network, by its name: the only place that lists them. */
export const NETWORKS: Readonly<Record<Network, NetworkDefinition>> = {
  VK: vkDefinition,
  OK: okDefinition,
  MAX: maxDefinition,
  TELEGRAM: telegramDefinition,
  INSTAGRAM: instagramDefinition,
};

const OTHERS: Readonly<Record<Exclude<AccountNetwork, Network>, AccountDefinition>> = {
  EMAIL: mailDefinition,
  OPEN311: open311Definition,
  OPEN311_BODY: open311BodyDefinition,
};

export function definitionOf(network: AccountNetwork): AccountDefinition {
  return isNetwork(network) ? NETWORKS[network] : OTHERS[network];
}

/** Neither a mailbox nor a site nor a body: there is a channel to it. */
export function isNetwork(network: AccountNetwork): network is Network {
  return Object.hasOwn(NETWORKS, network);
}

/** An account of a district with its secrets opened. */
export interface OpenedAccount {
  readonly id: string;
  readonly network: Network;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: {
    readonly values: Readonly<Record<string, string>>;
    readonly former?: Readonly<Record<string, { readonly value: string; readonly until: Iso }>>;
  };
}

/** Where the networks are: their own addresses, but for those that are named here. */
export type NetworkApis = Readonly<Partial<Record<Network, string>>>;

export interface Surroundings {
  /** Where the platform is reached from outside. */
  readonly publicUrl: string;
  readonly apis: NetworkApis;
  /** Known dialogues of the account, for a network that lists none. */
  readonly dialogues?: () => readonly string[];
  readonly now: () => number;
}

export function openAccount(
  { id, network, settings, secrets }: OpenedAccount,
  { publicUrl, apis, dialogues, now }: Surroundings,
): Channel {
  const api = apis[network];
  return NETWORKS[network].open({
    account: id,
    settings,
    secrets: secrets.values,
    listener: listenerOf(id, publicUrl),
    now,
    ...(api && { api }),
    ...compact({ dialogues }),
  });
}

/** Our address that the network of an account delivers to. */
export function listenerOf(account: string, publicUrl: string): string {
  return `${publicUrl.replace(/\/$/, '')}/in/${account}`;
}

/** By which its deliveries are known: the present secret, and for a while the one before. `at`: milliseconds. */
export function deliverySecrets(
  { network, secrets }: Pick<OpenedAccount, 'secrets'> & { readonly network: AccountNetwork },
  at: number,
): readonly string[] {
  const name = definitionOf(network).deliverySecret ?? '';
  const former = secrets.former?.[name];
  const held = former && Date.parse(former.until) > at ? [former.value] : [];
  return [secrets.values[name] ?? '', ...held];
}

/** Where other front-ends and bodies speak Open311 with us. */
export function open311Endpoint(publicUrl: string): string {
  return `${publicUrl.replace(/\/$/, '')}/open311/v2/`;
}

/** `VK=http://127.0.0.1:4801,MAX=…`: simulators in the place of networks. Throws an Error that says what is expected. */
export function readNetworkApis(raw: string | undefined): NetworkApis {
  const entries = (raw ?? '').split(',').filter((one) => one.trim() !== '');
  return Object.fromEntries(
    entries.map((entry) => {
      const [name = '', url = ''] = entry.trim().split(/=(.*)/s);
      if (!Object.hasOwn(NETWORKS, name) || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
        throw new Error(`must be <network>=<http address>[,…], networks: ${Object.keys(NETWORKS).join(', ')}`);
      return [name, url];
    }),
  );
}
