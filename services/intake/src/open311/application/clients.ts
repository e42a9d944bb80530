import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { deliverySecrets } from '@otklik/networks';
import type { District } from '@otklik/tenancy';
import { openNetworkSecrets, Secrets } from '@otklik/vault';

/** Other front-ends of a district, known by their keys. */
@Injectable()
export class Open311Clients {
  private readonly key: Buffer;

  constructor(
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.of('network-account');
  }

  /** The account whose key it is, in this district alone; a renewed key holds for a day beside the new one. */
  find({ accounts }: District, apiKey: string): string | undefined {
    const now = Date.parse(this.clock.now());
    const asked = digest(apiKey);
    return accounts
      .filter(({ network, enabled }) => network === 'OPEN311' && enabled)
      .find(({ id, network, sealed }) => {
        const secrets = openNetworkSecrets(this.key, id, sealed);
        const keys = deliverySecrets({ network, secrets }, now).filter((one) => one !== '');
        return keys.some((one) => timingSafeEqual(digest(one), asked));
      })?.id;
  }
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
