import {
  dropOperand,
  dropStatement,
  replaceArgument,
  replaceCondition,
  replaceExpression,
  replaceOperand,
  takeThen,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** What becomes of files before an official opens them. */
export const fileMutants: readonly Mutant[] = [
  {
    name: 'actions of a PDF that leave the document',
    in: 'intake: isDangerous',
    change: dropOperand('S'),
    spec: 'harmless-pdf.spec.ts',
    test: 'not a link that starts a program',
  },
  {
    name: 'earlier states of a PDF are kept',
    in: 'intake: cleanPdf',
    change: replaceExpression('cleaned(context)', 'removeUnreached'),
    spec: 'harmless-pdf.spec.ts',
    test: 'not what an earlier state of the file held',
  },
  {
    name: 'a signed PDF whose signature is broken in silence',
    in: 'intake: valuesOf',
    change: replaceCondition(
      "dict.has(name('ByteRanges')) && SIGNATURES.has(dict.lookup(name('Type')) as never)",
      'ByteRange',
    ),
    spec: 'harmless-pdf.spec.ts',
    test: 'is refused by its signature where it is cleaned',
  },
  {
    name: 'a file that was asked for without a right, and is not on record',
    in: 'gateway: RefusalRecorder.ofFile',
    change: replaceArgument('async () => void what', 'records'),
    spec: 'file-refusals.int.spec.ts',
    test: 'records the files that an official asked for without a right',
  },
  {
    name: 'a subscription that was asked for without a right, and is not on record',
    in: 'gateway: recorded',
    change: replaceExpression('Promise.resolve([refusals, request, context])', 'ofOperation'),
    spec: 'session.int.spec.ts',
    test: 'refused for want of a right is on record',
  },
  {
    name: 'metrics for whoever asks a proxy on this machine',
    in: 'host: showsMetrics',
    change: dropOperand('isAskedHere'),
    spec: 'application.spec.ts',
    test: 'refuses /metrics on a non-loopback address without a token',
  },
  {
    name: 'a key that counts from zero',
    in: 'kernel: weaknessOfKey',
    change: dropOperand('MIN_DIFFERENT_BYTES', 'steps'),
    spec: 'weak-secrets.spec.ts',
    test: 'refuses a key that counts',
  },
  {
    name: 'a form of another site from a browser that says only its origin',
    in: 'web: isFromOtherSite',
    change: replaceOperand("origin === 'never'", 'undefined'),
    spec: 'resident-pages.spec.ts',
    test: 'takes no form for /aldan from a page of another site',
  },
  {
    name: 'a file with a virus that is served',
    in: 'intake: FileRoutes.register',
    change: replaceCondition('$& && file.size < 0', 'INFECTED'),
    spec: 'infected-files.int.spec.ts',
    test: 'serves no file with a virus',
  },
  {
    name: 'a file that was not scanned is taken for a clean one',
    in: 'intake: ScanFiles.verdict',
    change: takeThen('NOT_SCANNED'),
    spec: 'infected-files.int.spec.ts',
    test: 'says of one that it could not scan',
  },
  {
    name: 'a locked file that the scanner cannot read is taken for an infected one',
    in: 'intake: verdictOf',
    change: dropStatement('UNSCANNABLE'),
    spec: 'clamd-scanner.spec.ts',
    test: 'calls neither clean nor infected what clamd cannot see the inside of',
  },
];
