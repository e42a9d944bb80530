import type { ServiceName } from '@otklik/host';
import { installDirectory, installService, type ServiceUrls } from '@otklik/tenancy';
import { loadDistricts } from '@otklik/tenancy/loader';
import { installVault } from '@otklik/vault';
import { services } from './services.js';

export interface MigrateOptions {
  readonly roleSecret: string;
  /** Folder of the districts to load. */
  readonly districts: string;
}

/**
 * Everything that a start finds in the database: the shared schemas, the districts, each service's roles and schema.
 * Repeatable, and safe to run twice at once. Answers how each service signs in.
 */
export async function migrate(
  ownerUrl: string,
  { roleSecret, districts }: MigrateOptions,
): Promise<(service: ServiceName | 'gateway') => ServiceUrls> {
  await installVault(ownerUrl);
  await installDirectory(ownerUrl);
  await loadDistricts(ownerUrl, districts);
  const urls = new Map([['gateway', await installService(ownerUrl, 'gateway', [], roleSecret)]]);
  for (const { name, migrations } of services) {
    urls.set(name, await installService(ownerUrl, name, migrations, roleSecret));
  }
  return (service) => urls.get(service)!;
}
