import { erasureMutants } from './erasure-mutants.js';
import type { Mutant } from './mutants.js';
import { retentionMutants } from './retention-mutants.js';

const EXPORT = 'services/single/src/district-export';
const SPEC = `${EXPORT}/district-export.int.spec.ts`;

/** A district that leaves, and a person who asks what is stored of him. */
export const leavingMutants: readonly Mutant[] = [
  ...retentionMutants,
  ...erasureMutants,
  {
    name: 'export: a person who was erased since comes back by the import',
    file: `${EXPORT}/import-district.ts`,
    find: 'district === this.id && !known.has(person)',
    replace: 'district !== this.id && known.has(person)',
    spec: SPEC,
    test: 'brings no erased person back',
  },
  {
    name: 'export: a changed line that is believed',
    file: `${EXPORT}/export-folder.ts`,
    find: 'if (size !== bytes || (await sha256Of(file)) !== written)',
    replace: 'if (size !== bytes || (await sha256Of(file)) === bytes.toString())',
    spec: SPEC,
    test: 'refuses a folder that was changed',
  },
  {
    name: 'export: a file that stays open after a failure',
    file: `${EXPORT}/export-folder.ts`,
    find: 'return this.handle.close();',
    replace: 'return Promise.resolve();',
    spec: `${EXPORT}/export-folder.spec.ts`,
    test: 'is closed when the export fails',
  },
  {
    name: 'export: what took effect before the export takes effect again',
    file: `${EXPORT}/moved-tables.ts`,
    find: "const consumers = ['inbox', 'blocked_key', 'blocked_event', 'discarded_event'];",
    replace: "const consumers = ['blocked_key', 'blocked_event', 'discarded_event'];",
    spec: SPEC,
    test: 'brings a district with its past into another installation',
  },
  {
    name: 'own copy: who opened the appeals of others',
    file: 'services/search/src/application/register/openings.ts',
    find: "openings.list(district, { appeal, zone: 'UTC' }, page)",
    replace: "openings.list(district, { zone: 'UTC', ...(appeal ? {} : { appeal }) }, page)",
    spec: 'services/search/src/desk-reads.int.spec.ts',
    test: 'gives the holder of a code what is stored of him',
  },
  {
    name: 'export: a manifest that somebody else wrote',
    file: `${EXPORT}/import-district.ts`,
    find: 'if (keys.manifest !== hashOf(manifest))',
    replace: 'if (hashOf(manifest) === undefined)',
    spec: SPEC,
    test: 'refuses a folder that was changed',
  },
];
