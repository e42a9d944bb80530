import { replaceCode, replaceCondition } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of the evidence file of a case: who takes it, what is in it, and what checks it. */
export const evidenceMutants: readonly Mutant[] = [
  {
    name: 'evidence: an event that is not as its block has it',
    in: 'single: rowFaults',
    change: replaceCode('hash.equals(held.hash)', 'true'),
    spec: 'case-evidence.int.spec.ts',
    test: 'asks the hash chain, too',
  },
  {
    name: 'evidence: the file is looked at, and its faults are not said',
    in: 'single: verifyFileCommand',
    change: replaceCode('faults.length === 0 ? 0 : 1', '0'),
    spec: 'case-evidence.int.spec.ts',
    test: 'names the part of which one byte was changed',
  },
  {
    name: 'evidence: a proof is a number alone',
    in: 'search: proofWords',
    change: replaceCode('`${what}; адрес: ${link}`', 'what'),
    spec: 'case-report.spec.ts',
    test: 'says of each proof what it is',
  },
  {
    name: 'evidence: a set that another names and that is not there',
    in: 'signatures: setsOf',
    change: replaceCode('...namesIn(found.get(SETS))', ''),
    spec: 'container.spec.ts',
    test: 'names the set that another one says must be there',
  },
  {
    name: 'evidence: a set that another key signed',
    in: 'signatures: otherSigners',
    change: replaceCode('!== first!.signature.certificate!.thumbprint', '=== undefined'),
    spec: 'container.spec.ts',
    test: 'names a set that another certificate signed',
  },
  {
    name: 'evidence: what was not compared with a chain is said to be',
    in: 'single: checkChains',
    change: replaceCode('!chained.includes(EVENTS.exec(name)![1]!)', 'false'),
    spec: 'case-evidence.int.spec.ts',
    test: 'says of a file without chains that nothing was compared',
  },
  {
    name: 'evidence: a part of another case',
    in: 'single: strangeCase',
    change: replaceCode('of.appeal === appeal && of.at === at', 'true'),
    spec: 'case-evidence.int.spec.ts',
    test: 'names a service’s part that is left out, and one of another case',
  },
  {
    name: 'evidence: beyond the limit of an hour it leaves without a record',
    in: 'search: CaseEvidenceResolver.record',
    change: replaceCondition('false', 'isWithin'),
    spec: 'search: case-evidence.int.spec.ts',
    test: 'holds the limit of an hour for requests that come together',
  },
  {
    name: 'evidence: another official’s pass',
    in: 'host: evidenceRoute',
    change: replaceCode('read?.official !== actor.id', '!read'),
    spec: 'evidence-routes.spec.ts',
    test: 'refuses it to another official',
  },
  {
    name: 'evidence: a pass that outlives the right',
    in: 'host: evidenceRoute',
    change: replaceCondition('false', 'permission'),
    spec: 'evidence-routes.spec.ts',
    test: 'refuses it to its official whose role by now is another',
  },
  {
    name: 'evidence: a pass that holds for ever',
    in: 'host: readEvidencePass',
    change: replaceCondition('false', 'TERM_MS'),
    spec: 'evidence-routes.spec.ts',
    test: 'refuses it to a pass of yesterday',
  },
  {
    name: 'evidence: a sealed text that the report of the case leaves out',
    in: 'search: sealedTitles',
    change: replaceCode("resolution: 'Резолюция',", ''),
    spec: 'case-report.spec.ts',
    test: 'has of ExecutorAssigned what was sealed as resolution',
  },
  {
    name: 'evidence: an official’s word is taken for what a network answered',
    in: 'notifications: proofIs',
    change: replaceCode("OF_WORD[proof ?? ''] ??", ''),
    spec: 'notice-proof.spec.ts',
    test: 'is an official’s word where no other side answered',
  },
];
