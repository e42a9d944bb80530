import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountNetwork } from '@otklik/contracts/enumerations';
import type { ClientCommandContext } from '@otklik/event-store';
import { definitionOf, isNetwork, NETWORKS } from '@otklik/networks';
import { refuse, uuidv5, VersionConflict } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import type { DirectoryWriter, EntryData } from '@otklik/tenancy/loader';
import { openNetworkSecrets, sealNetworkSecrets, Secrets, type NetworkSecrets } from '@otklik/vault';
import { Administer } from './administer.js';
import type { AdministrationRecord } from '../store/administration-records.js';

/** By the names of the network's fields. */
export type Values = Readonly<Record<string, string>>;

export type AccountData = EntryData['account'];

/** For how long a secret holds beside the one that took its place. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;

export interface AccountChange {
  /** Of the account. */
  readonly id: string;
  readonly expectedVersion: number;
}

export interface NewAccount {
  readonly network: AccountNetwork;
  readonly title: string;
  readonly settings: Values;
  readonly secrets: Values;
}

/** Of the installation. */
export abstract class NetworkSettings {
  /** Where the platform is reached from outside. */
  abstract readonly publicUrl: string;
  /** Networks that are off by default and were switched on. */
  abstract readonly extraNetworks: readonly AccountNetwork[];
}

export function isSwitchedOff(network: AccountNetwork, { extraNetworks }: NetworkSettings): boolean {
  return isNetwork(network) && NETWORKS[network].isOffByDefault === true && !extraNetworks.includes(network);
}

/** Secrets that a command made and that a person copies into the network, for the one answer that shows them. */
export type Made = readonly { readonly name: string; readonly value: string }[];

/** Accounts of a district in networks, and its mailboxes: entries of the directory, their secrets sealed. */
@Injectable()
export class NetworkAccounts {
  private readonly key: Buffer;
  private readonly making: Buffer;

  constructor(
    private readonly administer: Administer,
    private readonly directory: Directory,
    private readonly settings: NetworkSettings,
    secrets: Secrets,
  ) {
    this.key = secrets.of('network-account');
    this.making = secrets.of('network-secret');
  }

  /** Refuses NETWORK_SWITCHED_OFF and NETWORK_ACCOUNT_TAKEN. */
  async add(
    ctx: ClientCommandContext,
    { network, title, settings, secrets }: NewAccount,
  ): Promise<{ readonly id: string; readonly made: Made }> {
    if (isSwitchedOff(network, this.settings)) refuse('NETWORK_SWITCHED_OFF');
    const id = uuidv5(ctx.commandId, 'network-account');
    const made = this.made(ctx, madeSecrets(network));
    const values = withoutEmpty({ ...secrets, ...made });
    const secretsSetAt = Object.fromEntries(Object.keys(values).map((name) => [name, ctx.at]));
    const data = {
      network,
      title,
      settings: withoutEmpty(settings),
      secretsSetAt,
      enabled: true,
      sealed: this.sealed(id, { values }),
    };
    await this.administer.run(ctx, async ({ writer }) => {
      await this.demandFree(ctx, id, data, writer);
      await writer.put(ctx.district, { kind: 'account', code: id, data });
      return recordOf('NETWORK_ACCOUNT_ADDED', data);
    });
    return { id, made: shown(network, made) };
  }

  /** What is left out stays. Refuses NOT_FOUND and NETWORK_ACCOUNT_TAKEN; throws `VersionConflict`. */
  async change(
    ctx: ClientCommandContext,
    {
      title,
      settings,
      secrets,
      ...change
    }: AccountChange & Omit<NewAccount, 'network' | 'title'> & { readonly title?: string },
  ): Promise<void> {
    await this.administer.run(ctx, async ({ writer }) => {
      const former = await accountNow(writer, ctx.district, change);
      const next = this.withSecrets(change.id, former, ctx.at, secrets);
      const values = withoutEmpty({ ...former.settings, ...settings });
      const data = { ...next, title: title ?? former.title, settings: values };
      await this.demandFree(ctx, change.id, data, writer);
      await writer.put(ctx.district, { kind: 'account', code: change.id, data });
      const named = title === undefined || title === former.title ? [] : ['title'];
      const fields = [...named, ...changedIn(former.settings, values), ...Object.keys(secrets)];
      return recordOf('NETWORK_ACCOUNT_CHANGED', data, fields);
    });
  }

  /** `secret`: one that we make. Refuses NOT_FOUND; throws `VersionConflict`. */
  async renew(
    ctx: ClientCommandContext,
    { secret, ...change }: AccountChange & { readonly secret: string },
  ): Promise<{ readonly made: Made }> {
    const made = this.made(ctx, [secret]);
    await this.administer.run(ctx, async ({ writer }) => {
      const former = await accountNow(writer, ctx.district, change);
      const data = this.withSecrets(change.id, former, ctx.at, made);
      await writer.put(ctx.district, { kind: 'account', code: change.id, data });
      return recordOf('NETWORK_SECRET_RENEWED', data, [secret]);
    });
    return { made: shown(networkOf(ctx, change.id), made) };
  }

  /** Refuses NOT_FOUND, and NETWORK_ACCOUNT_TAKEN where another has it by now; throws `VersionConflict`. */
  async switch(
    ctx: ClientCommandContext,
    { isEnabled, ...change }: AccountChange & { readonly isEnabled: boolean },
  ): Promise<void> {
    await this.administer.run(ctx, async ({ writer }) => {
      const data = { ...(await accountNow(writer, ctx.district, change)), enabled: isEnabled };
      if (isEnabled) await this.demandFree(ctx, change.id, data, writer);
      await writer.put(ctx.district, { kind: 'account', code: change.id, data });
      return recordOf(isEnabled ? 'NETWORK_ACCOUNT_ENABLED' : 'NETWORK_ACCOUNT_DISABLED', data);
    });
  }

  /** A repeated command makes the same ones. */
  private made({ commandId }: ClientCommandContext, names: readonly string[]): Values {
    const make = (name: string): string =>
      createHmac('sha256', this.making).update(`${commandId}/${name}`).digest('base64url').slice(0, 40);
    return Object.fromEntries(names.map((name) => [name, make(name)]));
  }

  private sealed(id: string, secrets: NetworkSecrets): string {
    return sealNetworkSecrets(this.key, id, secrets);
  }

  private withSecrets(id: string, data: AccountData, at: string, given: Values): AccountData {
    const secrets = openNetworkSecrets(this.key, id, data.sealed);
    const values = withoutEmpty({ ...secrets.values, ...given });
    const changed = changedIn(secrets.values, values);
    if (changed.length === 0) return data;
    const setAt = { ...data.secretsSetAt, ...Object.fromEntries(changed.map((name) => [name, at])) };
    return {
      ...data,
      sealed: this.sealed(id, { values, former: formerOf(data.network, secrets, values, at) }),
      secretsSetAt: Object.fromEntries(Object.entries(setAt).filter(([name]) => values[name] !== undefined)),
    };
  }

  /**
   * An account connected to one district cannot be connected to another: its messages would be received twice. Writers
   * of the directory wait for each other, so that what is read here is current. Refuses NETWORK_ACCOUNT_TAKEN.
   */
  private async demandFree(
    ctx: ClientCommandContext,
    id: string,
    data: AccountData,
    writer: DirectoryWriter,
  ): Promise<void> {
    if (!data.enabled) return;
    await this.directory.refresh();
    const isOfDistrict = definitionOf(data.network).isOfDistrict === true;
    const elsewhere = this.directory.districts().filter(({ id: other }) => !isOfDistrict && other !== ctx.district);
    const here = await writer.current(ctx.district, ['account']);
    const others = [
      ...elsewhere.flatMap(({ accounts }) => accounts),
      ...here.flatMap((row) => (row.kind === 'account' && row.code !== id ? [row.data] : [])),
    ];
    if (others.some((other) => other.enabled && isSame(other, data))) refuse('NETWORK_ACCOUNT_TAKEN');
  }
}

type Identified = Pick<AccountData, 'network' | 'settings'>;

function isSame(one: Identified, other: Identified): boolean {
  const identity = identityOf(one);
  return identity !== undefined && one.network === other.network && identity === identityOf(other);
}

function identityOf({ network, settings }: Identified): string | undefined {
  return settings[definitionOf(network).identity ?? '']?.toLowerCase();
}

export function networkOf({ inDistrict }: ClientCommandContext, account: string): AccountNetwork {
  return inDistrict.accounts.find(({ id }) => id === account)?.network ?? refuse('NOT_FOUND');
}

/** Secrets of the network that we make. */
export function madeSecrets(network: AccountNetwork): readonly string[] {
  return definitionOf(network).fields.flatMap(({ name, isMade }) => (isMade ? [name] : []));
}

function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** Deliveries that were sent under the secret before are taken for a while. */
function formerOf(
  network: AccountNetwork,
  { values: before, former = {} }: NetworkSecrets,
  values: Values,
  at: string,
): NonNullable<NetworkSecrets['former']> {
  const name = definitionOf(network).deliverySecret ?? '';
  const value = before[name];
  if (value === undefined || value === values[name]) return former;
  return { [name]: { value, until: new Date(Date.parse(at) + OVERLAP_MS).toISOString() } };
}

function changedIn(before: Values, after: Values): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}

function shown(network: AccountNetwork, made: Values): Made {
  const items = definitionOf(network).there?.items ?? [];
  const copied = items.flatMap(({ value }) => (typeof value === 'object' && 'secret' in value ? [value.secret] : []));
  return Object.entries(made).flatMap(([name, value]) => (copied.includes(name) ? [{ name, value }] : []));
}

function recordOf(
  kind: AdministrationRecord['kind'],
  { network, title }: AccountData,
  fields: readonly string[] = [],
): Pick<AdministrationRecord, 'kind' | 'details'> {
  return { kind, details: { network, title, ...(fields.length > 0 && { fields: fields.join(', ') }) } };
}

/** As it is in the directory now. Refuses NOT_FOUND; throws `VersionConflict`. */
async function accountNow(
  writer: DirectoryWriter,
  district: number,
  { id, expectedVersion }: AccountChange,
): Promise<AccountData> {
  for (const row of await writer.current(district, ['account'])) {
    if (row.kind !== 'account' || row.code !== id) continue;
    if (row.version !== expectedVersion) throw new VersionConflict(expectedVersion, row.version);
    return row.data;
  }
  return refuse('NOT_FOUND');
}
