import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Migration } from '@otklik/tenancy';
import { installedMigrations } from '../migrate.js';
import type { Subscriptions } from './subscriptions.fixture.js';

/** What a release promises about the data that it leaves behind. */
export interface Release {
  /** Of the data folder. */
  readonly format: number;
  /** SHA-256 of each migration's statements, by schema and name. */
  readonly migrations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Types of published events. */
  readonly events: readonly string[];
  readonly subscriptions: Subscriptions;
}

const folder = new URL('./', import.meta.url);

/** What was released, by tag: a clone may lack the tags. A release is named here once it passed CI. */
export function commitsOfReleases(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL('commits.json', folder), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Readonly<Record<string, string>>));
}

/** By tag, the oldest first. */
export function releases(): ReadonlyMap<string, Release> {
  const files = readdirSync(folder).filter((name) => /^v.*\.json$/.test(name));
  const tags = files.map((name) => name.slice(0, -'.json'.length));
  const inOrder = tags.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return new Map(inOrder.map((tag) => [tag, JSON.parse(readFileSync(fileOf(tag), 'utf8')) as Release]));
}

export const fileOf = (tag: string): URL => new URL(`${tag}.json`, folder);

/** As `migrate` installs them. */
export function presentMigrations(): Release['migrations'] {
  const hashes = (migrations: readonly Migration[]) => migrations.map(({ name, sql }) => [name, sha256(sql)] as const);
  return Object.fromEntries(
    Object.entries(installedMigrations).map(([schema, migrations]) => [schema, Object.fromEntries(hashes(migrations))]),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
