import { Inject, Injectable } from '@nestjs/common';
import { networkChannel } from '@otklik/host/networks';
import { Clock } from '@otklik/kernel';
import { isNetwork } from '@otklik/networks';
import { Directory, type District, type NetworkAccount } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import type { InboundAccount, InboundAccounts } from '../application/inbound-accounts.js';
import { INTAKE_CONFIG, type IntakeConfig } from '../../config.js';

/** As the directory has them now. */
@Injectable()
export class DirectoryAccounts implements InboundAccounts {
  private readonly dialogues = new Map<string, readonly string[]>();

  constructor(
    private readonly directory: Directory,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    @Inject(INTAKE_CONFIG) private readonly config: IntakeConfig,
  ) {}

  find(id: string): InboundAccount | undefined {
    for (const district of this.directory.districts()) {
      const account = district.accounts.find((one) => one.id === id);
      if (account) return this.opened(district, account);
    }
    return undefined;
  }

  all(): readonly InboundAccount[] {
    return this.directory
      .districts()
      .flatMap((district) => district.accounts.map((account) => [district, account] as const))
      .filter(([, { enabled }]) => enabled)
      .flatMap(([district, account]) => this.opened(district, account) ?? []);
  }

  knows(account: string, dialogues: readonly string[]): void {
    this.dialogues.set(account, dialogues);
  }

  private opened(district: District, account: NetworkAccount): InboundAccount | undefined {
    const { network } = account;
    if (!isNetwork(network)) return undefined;
    const opened = networkChannel(account, this.secrets, {
      publicUrl: this.config.publicUrl ?? '',
      apis: this.config.networkApis,
      dialogues: () => this.dialogues.get(account.id) ?? [],
      now: () => Date.parse(this.clock.now()),
    });
    return opened && { district, account: { ...account, network }, ...opened };
  }
}
