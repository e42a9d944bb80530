import type { PackageSet } from './packages.mjs';

export interface Needed {
  readonly packages: PackageSet;
  readonly build?: 'single' | 'all';
}

export function prepare(needed: Needed): Promise<boolean>;
