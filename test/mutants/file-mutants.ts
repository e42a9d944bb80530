import type { Mutant } from './mutants.js';

const PDF = 'services/intake/src/adapters/pdf/clean-pdf.ts';
const PDF_SPEC = 'services/intake/src/adapters/pdf/harmless-pdf.spec.ts';

/** What becomes of files before an official opens them. */
export const fileMutants: readonly Mutant[] = [
  {
    name: 'actions of a PDF that leave the document',
    file: PDF,
    find: "return ACTIONS.has(of('S')) || ",
    replace: 'return ',
    spec: PDF_SPEC,
    test: 'not a link that starts a program',
  },
  {
    name: 'earlier states of a PDF are kept',
    file: PDF,
    find: '  removeUnreached(context, cleaned(context));\n',
    replace: '  cleaned(context);\n',
    spec: PDF_SPEC,
    test: 'not what an earlier state of the file held',
  },
  {
    name: 'a signed PDF whose signature is broken in silence',
    file: PDF,
    find: "dict.has(name('ByteRange')) || SIGNATURES",
    replace: "dict.has(name('ByteRanges')) && SIGNATURES",
    spec: PDF_SPEC,
    test: 'is refused by its signature where it is cleaned',
  },
];
