import { Injectable } from '@nestjs/common';
import { openedAccount } from '@otklik/host/networks';
import { Clock } from '@otklik/kernel';
import { NETWORKS, openAccount, type NetworkApis } from '@otklik/networks';
import { Directory } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import type { NetworkChannels, OpenAccount } from '../application/network-channels.js';

/** Where the networks are, and where we are. */
export abstract class NetworkSurroundings {
  abstract readonly apis: NetworkApis;
  abstract readonly publicUrl?: string | undefined;
}

/** By the directory, with the secrets opened for the moment. */
@Injectable()
export class DistrictChannels implements NetworkChannels {
  constructor(
    private readonly directory: Directory,
    private readonly secrets: Secrets,
    private readonly surroundings: NetworkSurroundings,
    private readonly clock: Clock,
  ) {}

  open(district: number, id: string): OpenAccount | undefined {
    const account = this.directory.districtById(district)?.accounts.find((one) => one.id === id);
    if (!account?.enabled) return undefined;
    const opened = openedAccount(account, this.secrets);
    if (!opened) return undefined;
    const { apis, publicUrl = '' } = this.surroundings;
    const channel = openAccount(opened, { apis, publicUrl, now: () => Date.parse(this.clock.now()) });
    return { channel, definition: NETWORKS[opened.network], settings: account.settings };
  }
}
