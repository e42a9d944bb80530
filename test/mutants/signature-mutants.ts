import { replaceCode, replaceCondition, replaceReturn } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of signatures: what they cover, and by whom they are. */
export const signatureMutants: readonly Mutant[] = [
  {
    name: 'signature: covers other bytes',
    in: 'signatures: faultOf',
    change: replaceCondition('false', 'octets'),
    spec: 'check-signature.spec.ts',
    test: 'covers no letter with one byte more',
  },
  {
    name: 'signature: the digest alone is looked at',
    in: 'signatures: faultOf',
    change: replaceCode('!isSigned', 'false'),
    spec: 'check-signature.spec.ts',
    test: 'asks for the signature over the attributes',
  },
  {
    name: 'signature: a certificate that the signer did not name',
    in: 'signatures: namesCertificate',
    change: replaceReturn('true', 'sameBytes'),
    spec: 'own-key.spec.ts',
    test: 'takes no other certificate with the same key',
  },
  {
    name: 'signature: nobody asks when the certificate ends',
    in: 'signatures: holds',
    change: replaceCondition('false', 'isInTerm'),
    spec: 'check-signature.spec.ts',
    test: 'looks at the term of the certificate',
  },
  {
    name: 'signature: a person’s certificate issues others',
    in: 'signatures: isFrom',
    change: replaceCode('isAuthority(one) === true &&', ''),
    spec: 'chain.spec.ts',
    test: 'takes nothing that a person’s certificate issued',
  },
  {
    name: 'signature: what came with it is taken for known',
    in: 'signatures: isFrom',
    change: replaceCode('(await isFrom(one, issuers, left - 1))', 'true'),
    spec: 'chain.spec.ts',
    test: 'is UNKNOWN_CHAIN where no authority is known',
  },
  {
    name: 'signature: a part of a container that was changed',
    in: 'signatures: partFaults',
    change: replaceCondition('false', 'expected'),
    spec: 'container.spec.ts',
    test: 'names letters/1.pdf where one byte',
  },
  {
    name: 'signature: what no part of a container holds',
    in: 'signatures: checkContainer',
    change: replaceCondition('false', 'isAsMade'),
    spec: 'container.spec.ts',
    test: 'names something wherever one byte',
  },
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
    in: 'single: proofWords',
    change: replaceCode('`${what}; адрес: ${link}`', 'what'),
    spec: 'case-report.spec.ts',
    test: 'says of each proof what it is',
  },
];
