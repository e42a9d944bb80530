import { migrations as gatewayMigrations } from '@otklik/gateway/module';
import type { ServiceName } from '@otklik/host';
import { installDirectory, installEvidence, installService, type ServiceUrls } from '@otklik/tenancy';
import { loadDistricts } from '@otklik/tenancy/loader';
import { installVault } from '@otklik/vault';
import { services } from './services.js';

export interface MigrateOptions {
  readonly roleSecret: string;
  /** Folder of the districts to load. */
  readonly districts: string;
  /** Where servers of bodies may be although it is no address of the internet. */
  readonly bodyOrigins?: readonly string[];
}

/**
 * Creates the shared schemas, the districts, and each service's roles and schema. Idempotent, and safe to run concurrently.
 * Answers each service's connection URLs.
 */
export async function migrate(
  ownerUrl: string,
  { roleSecret, districts, bodyOrigins = [] }: MigrateOptions,
): Promise<(service: ServiceName | 'gateway') => ServiceUrls> {
  await installVault(ownerUrl);
  await installDirectory(ownerUrl);
  await installEvidence(ownerUrl);
  await loadDistricts(ownerUrl, districts, bodyOrigins);
  const urls = new Map([['gateway', await installService(ownerUrl, 'gateway', gatewayMigrations, roleSecret)]]);
  for (const { name, migrations } of services) {
    urls.set(name, await installService(ownerUrl, name, migrations, roleSecret));
  }
  return (service) => urls.get(service)!;
}
