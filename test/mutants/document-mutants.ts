import { dropStatement, replaceCondition, replaceReturn, replaceValue, takeElse, takeThen } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of papers: what is on the sheet, what is not, and the process that sets them. */
export const documentMutants: readonly Mutant[] = [
  {
    name: 'letters that are printed on no record',
    in: 'notifications: PrintLetter.pdf',
    change: dropStatement('record'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'records who opened which letters before they are shown',
  },
  {
    name: 'a print of no letters, or of a whole archive',
    in: 'notifications: lettersToPrint',
    change: dropStatement('TOO_MANY_ITEMS'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'records who opened which letters before they are shown',
  },
  {
    name: 'a line of the system under a signature by hand',
    in: 'documents: markOf',
    change: takeThen('signed'),
    spec: 'render-pdf.spec.ts',
    test: 'is on no other letter: BY_HAND',
  },
  {
    name: 'a character without a picture dropped in silence',
    in: 'documents: printableText',
    change: dropStatement('strangers', 'push', 'character'),
    spec: 'printable-text.spec.ts',
    test: 'what it has no picture of is named: an emoji',
  },
  {
    name: 'a control character taken for a printable one',
    in: 'documents: isPrintable',
    change: replaceReturn('true'),
    spec: 'printable-text.spec.ts',
    test: 'what it has no picture of is named: a bell',
  },
  {
    name: 'an address in one word that leaves the sheet at its side',
    in: 'documents: narrowLine',
    change: replaceReturn('line(text)'),
    spec: 'many-letters.spec.ts',
    test: 'have no run that is wider than its block',
  },
  {
    name: 'a telephone that a line may end in',
    in: 'documents: whole',
    change: replaceReturn("text.replaceAll(' ', SPACE)"),
    spec: 'unbroken.spec.ts',
    test: 'keeps together what belongs together: тел. 8 (41145) 0-00-01, днём',
  },
  {
    name: 'a paper with the time of its printing',
    in: 'documents: jobOf',
    change: replaceValue('Math.floor(Math.random() * 1e9)', 'madeAt'),
    spec: 'render-pdf.spec.ts',
    test: 'is the same to the byte for the same paper, in another process, too',
  },
  {
    name: 'one process for all papers',
    in: 'documents: PdfRenderer.perform',
    change: replaceCondition('false', 'limits', 'papers'),
    spec: 'render-pdf.spec.ts',
    test: 'is another one after so many papers, and papers asked for at once all come',
  },
  {
    name: 'a name on a registration card that no act needs',
    in: 'search: OpenApplicant.open',
    change: replaceCondition('false', 'by'),
    spec: 'papers.int.spec.ts',
    test: 'is without the name for an official whose act needs none',
  },
  {
    name: 'a registration card for another department',
    in: 'search: PaperRoutes.card',
    change: replaceCondition('false', 'by'),
    spec: 'papers.int.spec.ts',
    test: 'is refused to another department, and to no official',
  },
  {
    name: 'a bar code typed in the Russian layout taken for words',
    in: 'search: receiptOf',
    change: takeElse('fromRussianLayout'),
    spec: 'scanned-code.spec.ts',
    test: 'finds its case: typed in the Russian layout',
  },
];
