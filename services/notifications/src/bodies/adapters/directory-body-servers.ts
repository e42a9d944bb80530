import { Injectable } from '@nestjs/common';
import { Open311Client } from '@otklik/networks';
import { bodyEndpoint, Directory, type District, type NetworkAccount, type Open311Body } from '@otklik/tenancy';
import { openNetworkSecrets, Secrets } from '@otklik/vault';
import type { BodyServer, BodyServers } from '../application/body-servers.js';

/** Origins of bodies' servers that may be inner ones, `http://127.0.0.1:4801`: by the operator's word. */
export abstract class AllowedBodyOrigins {
  abstract readonly origins: readonly string[];
}

/** By the district's file, with the key that the administrator has set opened for the moment. */
@Injectable()
export class DirectoryBodyServers implements BodyServers {
  constructor(
    private readonly directory: Directory,
    private readonly secrets: Secrets,
    private readonly allowed: AllowedBodyOrigins,
  ) {}

  of(id: number, organisation: string | undefined): BodyServer | undefined {
    const district = this.directory.districtById(id);
    const address = district?.organisations.find(({ code }) => code === organisation)?.open311;
    if (!district || !address || organisation === undefined) return undefined;
    const account = accountOf(district, organisation);
    const url = bodyEndpoint(address.endpoint, this.allowed.origins);
    if (!url || account?.enabled === false) return undefined;
    const key = account === undefined ? {} : this.keyOf(account);
    const hasKey = 'apiKey' in key;
    return { organisation, address, hasKey, client: this.clientOf(url, address, key) };
  }

  private keyOf({ id, sealed }: NetworkAccount): { readonly apiKey?: string } {
    const { apiKey } = openNetworkSecrets(this.secrets.of('network-account'), id, sealed).values;
    return apiKey === undefined ? {} : { apiKey };
  }

  private clientOf(url: URL, { jurisdiction }: Open311Body, key: { readonly apiKey?: string }): Open311Client {
    const named = jurisdiction === undefined ? {} : { jurisdiction };
    const isAllowed = this.allowed.origins.includes(url.origin);
    return new Open311Client({ endpoint: url.href, isAllowed, ...named, ...key });
  }
}

function accountOf({ accounts }: District, organisation: string) {
  return accounts.find(
    ({ network, settings }) => network === 'OPEN311_BODY' && settings['organisation'] === organisation,
  );
}
