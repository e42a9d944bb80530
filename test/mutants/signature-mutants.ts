import { dropStatement, dropText, replaceCode, replaceCondition, replaceReturn } from './locate/change.js';
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
    name: 'signature: a letter is recorded as sent without the one that it demands',
    in: 'notifications: recordPosting',
    change: dropStatement('assertSigned'),
    spec: 'notice.signature.spec.ts',
    test: 'what demands a signature is not recorded as sent without one',
  },
  {
    name: 'signature: one that was not verified is enough',
    in: 'case: isEnough',
    change: replaceCode("level === 'VALID' && demanded === 'VALID'", 'true'),
    spec: 'notifications: notice.signature.spec.ts',
    test: 'what demands a signature is not recorded as sent without one',
  },
  {
    name: 'signature: an e-mail does not wait for it',
    in: 'notifications: OpenedNotices.open',
    change: replaceCode('demands !== undefined', 'false'),
    spec: 'attach-signature.int.spec.ts',
    test: 'holds an e-mail back until a signature',
  },
  {
    name: 'signature: of another person',
    in: 'notifications: AttachSignature.found',
    change: dropStatement('assertSignatory'),
    spec: 'attach-signature.int.spec.ts',
    test: 'refuses, each with its code',
  },
  {
    name: 'signature: the mark of one whose authority is unknown',
    in: 'notifications: LetterSignatures.certificates',
    change: dropText("and data->>'level' = 'TRUSTED'"),
    spec: 'attach-signature.int.spec.ts',
    test: 'copies with its mark, and only a signature',
  },
  {
    name: 'signature: a letter that the end of a process left waiting for ever',
    in: 'notifications: AttachSignature.attach',
    change: dropStatement('releases', 'expect'),
    spec: 'attach-signature.int.spec.ts',
    test: 'releases by itself what a crash left waiting',
  },
];
