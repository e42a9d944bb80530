import { forceRowSecurity, installShared, ofMyDistricts, sharedRoles, type Migration } from '@otklik/tenancy';

const { vaultReader, vaultKeeper } = sharedRoles;
const tables = ['district_key', 'person_key', 'contact', 'erasure'];

/** Readers read, the keeper writes, the owner runs the operator's commands (replay of erasures, key rotation). */
const policies = (table: string): string => `${forceRowSecurity(`vault.${table}`)}
  create policy readers on vault.${table} for select to ${vaultReader} using (${ofMyDistricts});
  create policy keeper on vault.${table} to ${vaultKeeper} using (${ofMyDistricts}) with check (${ofMyDistricts});
  create policy owner on vault.${table} to current_user using (true) with check (true);`;

/**
 * A destroyed key leaves a row without a key, so that a late retry cannot create the person again. The ledger is insert-only:
 * only the owner may change or delete its rows.
 */
export const vaultMigrations: readonly Migration[] = [
  {
    name: '0001_keys',
    sql: `
      create table vault.district_key (
        district int primary key,
        kek text not null,
        wrapped bytea not null,
        created_at timestamptz not null default now()
      );
      create table vault.person_key (
        district int not null,
        person uuid not null,
        wrapped bytea,
        created_at timestamptz not null default now(),
        destroyed_at timestamptz,
        primary key (district, person),
        check ((wrapped is null) = (destroyed_at is not null))
      );
      create table vault.contact (
        district int not null,
        blind text not null,
        person uuid not null,
        primary key (district, blind, person)
      );
      create index contact_person on vault.contact (district, person);
      create table vault.erasure (
        district int not null,
        person uuid not null,
        ground text not null,
        erased_at timestamptz not null default now(),
        primary key (district, person)
      );
      ${tables.map(policies).join('\n')}
      grant select on vault.district_key, vault.person_key to ${vaultReader};
      grant select, insert on vault.district_key, vault.person_key, vault.contact, vault.erasure to ${vaultKeeper};
      grant update (wrapped, destroyed_at) on vault.person_key to ${vaultKeeper};
      grant delete on vault.contact to ${vaultKeeper};`,
  },
];

/** Before or after the services' own installation; repeatable. */
export function installVault(ownerUrl: string): Promise<void> {
  return installShared(ownerUrl, 'vault', vaultMigrations);
}
