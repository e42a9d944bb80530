import { Injectable } from '@nestjs/common';
import { AccountNetwork } from '@otklik/contracts/enumerations';
import { Database, type District } from '@otklik/tenancy';
import { directoryHistory } from '@otklik/tenancy/loader';
import { openNetworkSecrets, Secrets } from '@otklik/vault';
import type { AccountData } from './network-accounts.js';

export interface AccountOfDistrict {
  readonly id: string;
  readonly data: AccountData;
  /** By the secret's name: until when the one before is taken, ISO 8601 UTC. */
  readonly formerUntil: Readonly<Record<string, string>>;
  /** ISO 8601 UTC. */
  readonly addedAt: string;
  readonly version: number;
}

const placeOf = ({ data }: AccountOfDistrict): number => AccountNetwork.values.indexOf(data.network);

/** The accounts of a district, from the versions of the directory. */
@Injectable()
export class NetworkAccountsOfDistrict {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    secrets: Secrets,
  ) {
    this.key = secrets.of('network-account');
  }

  /** By network and title. */
  async list({ id: district }: Pick<District, 'id'>): Promise<readonly AccountOfDistrict[]> {
    const versions = await this.database.scope(district).transaction((tx) => directoryHistory(tx, district, 'account'));
    const byId = [...Map.groupBy(versions, ({ code }) => code)];
    const accounts = byId.map(([id, own]): AccountOfDistrict => {
      const { data, version } = own.at(-1)!;
      const former = Object.entries(openNetworkSecrets(this.key, id, data.sealed).former ?? {});
      const formerUntil = Object.fromEntries(former.map(([name, { until }]) => [name, until]));
      return { id, data, formerUntil, addedAt: own[0]!.validFrom, version };
    });
    return accounts.toSorted((a, b) => placeOf(a) - placeOf(b) || a.data.title.localeCompare(b.data.title, 'ru'));
  }

  async one(district: District, id: string): Promise<AccountOfDistrict | undefined> {
    return (await this.list(district)).find((account) => account.id === id);
  }
}
