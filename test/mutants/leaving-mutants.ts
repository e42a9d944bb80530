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
    file: 'services/search/src/records/application/openings.ts',
    find: "openings.list(district, { appeal, zone: 'UTC' }, page)",
    replace: "openings.list(district, { zone: 'UTC', ...(appeal ? {} : { appeal }) }, page)",
    spec: 'services/search/src/register/desk-reads.int.spec.ts',
    test: 'gives the holder of a code what is stored of him',
  },
  {
    name: 'export: rows of other districts',
    file: `${EXPORT}/export-district.ts`,
    find: 'from ${name} where district = ${this.id}\n',
    replace: 'from ${name} where district <> ${-this.id}\n',
    spec: SPEC,
    test: 'leaves rows of other districts',
  },
  {
    name: 'export: secrets of accounts in networks',
    file: `${EXPORT}/entries.ts`,
    find: "where district = $1 and kind <> 'account' order",
    replace: 'where district = $1 order',
    spec: SPEC,
    test: 'leaves rows of other districts',
  },
  {
    name: 'export: a manifest that somebody else wrote',
    file: `${EXPORT}/import-district.ts`,
    find: 'if (keys.manifest !== hashOf(manifest))',
    replace: 'if (hashOf(manifest) === undefined)',
    spec: SPEC,
    test: 'refuses a folder that was changed',
  },
  {
    name: 'import: rows of another district',
    file: `${EXPORT}/import-district.ts`,
    find: 'if (batch.length > 0 && (await write(batch)) !== batch.length)',
    replace: 'if (batch.length > 0 && (await write(batch)) > batch.length)',
    spec: SPEC,
    test: 'refuses rows of another district',
  },
  {
    name: 'import: letters that left where the district was, and go again',
    file: `${EXPORT}/import-district.ts`,
    find: 'const held = await heldOf(this.composition).holdIn(this.tx, this.id);',
    replace: 'const held = await heldOf(this.composition).holdIn(this.tx, -this.id);',
    spec: SPEC,
    test: 'brings a district with its past into another installation',
  },
];
