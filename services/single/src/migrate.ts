import { migrations as gatewayMigrations } from '@otklik/gateway/module';
import type { ServiceName } from '@otklik/host';
import {
  directoryMigrations,
  evidenceMigrations,
  installDirectory,
  installEvidence,
  installOnce,
  installService,
  serviceUrls,
  type Migration,
  type ServiceUrls,
} from '@otklik/tenancy';
import { loadDistricts } from '@otklik/tenancy/loader';
import { installVault, vaultMigrations } from '@otklik/vault';
import { services } from './services.js';

export interface MigrateOptions {
  readonly roleSecret: string;
  /** Folder of the districts to load. */
  readonly districts: string;
  /** Where servers of bodies may be although it is no address of the internet. */
  readonly bodyOrigins?: readonly string[];
  /** Identifies the code. With it an installation that has ended is not repeated. */
  readonly build?: string | undefined;
}

/** By schema. */
export const installedMigrations: Readonly<Record<string, readonly Migration[]>> = {
  vault: vaultMigrations,
  directory: directoryMigrations,
  evidence: evidenceMigrations,
  gateway: gatewayMigrations,
  ...Object.fromEntries(services.map(({ name, migrations }) => [name, migrations])),
};

/**
 * Creates the shared schemas, the districts, and each service's roles and schema, unless the same installation has ended here before.
 * Idempotent, and safe to run concurrently.
 * Answers each service's connection URLs.
 */
export async function migrate(
  ownerUrl: string,
  { roleSecret, districts, bodyOrigins = [], build }: MigrateOptions,
): Promise<(service: ServiceName | 'gateway') => ServiceUrls> {
  const names = ['gateway', ...services.map(({ name }) => name)];
  const shared = { roleSecret, districts, bodyOrigins, migrations: installedMigrations, services: names };
  const installing = () => install(ownerUrl, { roleSecret, districts, bodyOrigins });
  if (build === undefined) await installing();
  else await installOnce(ownerUrl, { ...shared, build }, installing);
  return (service) => serviceUrls(ownerUrl, service, roleSecret);
}

async function install(
  ownerUrl: string,
  { roleSecret, districts, bodyOrigins }: Required<Omit<MigrateOptions, 'build'>>,
): Promise<void> {
  await installVault(ownerUrl);
  await installDirectory(ownerUrl);
  await installEvidence(ownerUrl);
  await loadDistricts(ownerUrl, districts, bodyOrigins);
  await installService(ownerUrl, 'gateway', gatewayMigrations, roleSecret);
  for (const { name, migrations } of services) await installService(ownerUrl, name, migrations, roleSecret);
}
