import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { asOwner } from './open-pool.js';
import { roleNames, setRolePasswords, type Migration } from './migration.js';
import { directorySources } from './directory-sources.js';

/** All that an installation is made from. */
export interface InstallationInputs {
  /** Identifies the code that installs, whatever it reads beside these. */
  readonly build: string;
  readonly roleSecret: string;
  /** Migrations by schema. */
  readonly migrations: Readonly<Record<string, readonly Migration[]>>;
  /** Those with roles of their own. */
  readonly services: readonly string[];
  readonly districts: string;
  readonly bodyOrigins: readonly string[];
}

/**
 * Installs, unless an installation from the same inputs has ended here and nothing that it would write has changed since; then
 * only the roles get their passwords again, as no reader of the database sees whether one was changed.
 */
export async function installOnce(
  ownerUrl: string,
  inputs: InstallationInputs,
  install: () => Promise<void>,
): Promise<void> {
  // Read before: a file that changes during the installation makes the next start install once more.
  const digest = await digestOf(inputs);
  if (await isInstalled(ownerUrl, digest, inputs.services)) {
    await setRolePasswords(ownerUrl, inputs.services, inputs.roleSecret);
    return;
  }
  await install();
  await asOwner(ownerUrl, (owner) => owner.query(`update directory.revision set installed = ${INSTALLED}`, [digest]));
}

async function isInstalled(ownerUrl: string, digest: string, services: readonly string[]): Promise<boolean> {
  const roles = services.flatMap((service) => Object.values(roleNames(service)));
  try {
    return await asOwner(ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ is_installed: boolean | null }>(
        `select installed = ${INSTALLED}
           and (select count(*) from pg_roles where rolname = any($2)) = cardinality($2::text[]) as is_installed
         from directory.revision`,
        [digest, roles],
      );
      return rows[0]?.is_installed === true;
    });
  } catch (error) {
    if (NOT_INSTALLED.includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}

/** undefined_table, undefined_column, invalid_schema_name; invalid_catalog_name: there is no database yet. */
const NOT_INSTALLED = ['42P01', '42703', '3F000', '3D000'];

/**
 * The inputs' digest; the server and the database, as a dump that is restored elsewhere brings neither roles nor grants; and the
 * versions in force of what the files of districts, calendars and the law define, as commands change them, too.
 */
const INSTALLED = `concat_ws(' ', $1::text,
  (select system_identifier from pg_control_system()),
  (select oid from pg_database where datname = current_database()),
  current_setting('server_version_num'),
  (select md5(coalesce(string_agg(id::text, ' ' order by position), '')) from directory.entry
     where valid_to is null and kind not in ('official', 'account', 'client')),
  (select md5(coalesce(string_agg(year || '.' || version, ' ' order by year), '')) from directory.calendar_year
     where valid_to is null))`;

/** Keyed by the secret of the roles: it tells its readers nothing of it. */
async function digestOf({ roleSecret, districts, ...inputs }: InstallationInputs): Promise<string> {
  const hash = createHmac('sha256', roleSecret).update(JSON.stringify(inputs));
  for (const path of await directorySources(districts)) hash.update(`\0${path}\0`).update(await readFile(path));
  return hash.digest('hex');
}
