import type { NetworkAccountsQuery, NetworkKindsQuery } from '../../../generated/graphql.js';
import { isNetwork } from '../../../parts/network.js';
import { t } from '../../../words/words.js';

export type Account = NetworkAccountsQuery['networkAccounts'][number];
/** One of a network is listened to; letters and other sites come by themselves, and a body is asked. */
export function isListenedTo({ network, isEnabled }: Account): boolean {
  return isEnabled && isNetwork(network);
}

/** Letters are read from a server, or come by themselves. */
export function isReadMailbox(account: Account): boolean {
  return account.isEnabled && account.network === 'EMAIL' && valueOf(account, 'imapServer') !== '';
}

export type Kind = NetworkKindsQuery['networkKinds'][number];
export type Field = Kind['fields'][number];

/** Secrets that a command made: they are shown once. */
export type Made = readonly { readonly name: string; readonly value: string }[];

/** «7 записей, 5 включены». */
export function countWords(accounts: readonly Account[]): string {
  const off = accounts.filter(({ isEnabled }) => !isEnabled).length;
  const all = t('accounts.count', { count: accounts.length });
  return off === 0 ? all : `${all}, ${t('accounts.countOff', { count: off })}`;
}

/** What tells it from the others of its network: the first of its public values. */
export function whereWords({ network, settings }: Account, kinds: readonly Kind[]): string {
  const fields = kinds.find((kind) => kind.network === network)?.fields ?? [];
  const first = fields.find(({ isSecret }) => !isSecret);
  const value = settings.find(({ name }) => name === first?.name)?.value;
  if (value === undefined) return '';
  return isNetwork(network) ? `${first!.title.toLowerCase()} ${value}` : value;
}

export function valueOf(account: Account | undefined, name: string): string {
  return account?.settings.find((setting) => setting.name === name)?.value ?? '';
}
