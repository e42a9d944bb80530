import {
  beside,
  dropElement,
  replaceArgument,
  replaceCondition,
  replaceOperand,
  replaceReturn,
  replaceText,
  swapOperator,
} from './locate/change.js';
import { erasureMutants } from './erasure-mutants.js';
import type { Mutant } from './mutants.js';
import { retentionMutants } from './retention-mutants.js';

/** A district that leaves, and a person who asks what is stored of him. */
export const leavingMutants: readonly Mutant[] = [
  ...retentionMutants,
  ...erasureMutants,
  {
    name: 'export: a person who was erased since comes back by the import',
    in: 'single: DistrictImport.eraseAgain',
    change: replaceReturn('district !== this.id && known.has(person)', 'known'),
    spec: 'district-export.int.spec.ts',
    test: 'brings no erased person back',
  },
  {
    name: 'export: a changed line that is believed',
    in: 'single: demandUnchanged',
    change: replaceOperand('(await sha256Of(file)) === bytes.toString()', 'written'),
    spec: 'district-export.int.spec.ts',
    test: 'refuses a folder that was changed',
  },
  {
    name: 'export: a file that stays open after a failure',
    in: 'single: HashedFile',
    change: replaceReturn('Promise.resolve()', 'close'),
    spec: 'export-folder.spec.ts',
    test: 'is closed when the export fails',
  },
  {
    name: 'export: what took effect before the export takes effect again',
    in: 'single: consumers',
    change: dropElement('inbox'),
    spec: 'district-export.int.spec.ts',
    test: 'brings a district with its past into another installation',
  },
  {
    name: 'export: an alarm that waits stays behind',
    in: 'single: MOVED',
    change: dropElement('alarm'),
    spec: 'district-export.int.spec.ts',
    test: 'brings a district with its past into another installation',
  },
  {
    name: 'own copy: who opened the appeals of others',
    in: 'search: openingsOf',
    change: replaceArgument("{ zone: 'UTC', ...(appeal ? {} : { appeal }) }", 'UTC'),
    spec: 'desk-reads.int.spec.ts',
    test: 'gives the holder of a code what is stored of him',
  },
  {
    name: 'export: rows of other districts',
    in: 'single: DistrictExport.table',
    change: replaceText('= ${this.id}', '<> ${-this.id}'),
    spec: 'district-export.int.spec.ts',
    test: 'leaves rows of other districts',
  },
  {
    name: 'export: secrets of accounts in networks',
    in: 'single: readEntries',
    change: replaceText("('account', 'search', 'client') order", "('search', 'client') order"),
    spec: 'district-export.int.spec.ts',
    test: 'leaves rows of other districts',
  },
  {
    name: 'export: a manifest that somebody else wrote',
    in: 'single: keysOf',
    change: replaceCondition('hashOf(manifest) === undefined', 'hashOf'),
    spec: 'district-export.int.spec.ts',
    test: 'refuses a folder that was changed',
  },
  {
    name: 'import: rows of another district',
    in: 'single: DistrictImport.each',
    change: swapOperator('!==', '>'),
    spec: 'district-export.int.spec.ts',
    test: 'refuses rows of another district',
  },
  {
    name: 'import: letters that left where the district was, and go again',
    in: 'single: DistrictImport.write',
    change: replaceArgument('-$&', 'id', beside('holdIn')),
    spec: 'district-export.int.spec.ts',
    test: 'brings a district with its past into another installation',
  },
];
