import type { Mutant } from './mutants.js';

const PDF = 'services/intake/src/files/adapters/pdf/clean-pdf.ts';
const PDF_SPEC = 'services/intake/src/files/adapters/pdf/harmless-pdf.spec.ts';

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
  {
    name: 'a file that was asked for without a right, and is not on record',
    file: 'services/gateway/src/access/refusals.ts',
    find: 'await this.logged(() => records.add([district], what, { once: true }));',
    replace: 'await this.logged(async () => void what);',
    spec: 'services/gateway/src/access/file-refusals.int.spec.ts',
    test: 'records the files that an official asked for without a right',
  },
  {
    name: 'a subscription that was asked for without a right, and is not on record',
    file: 'services/gateway/src/live/socket.ts',
    find: 'await refusals?.ofOperation({ body }, request, context);',
    replace: 'await Promise.resolve([refusals, request, context]);',
    spec: 'services/gateway/src/session/session.int.spec.ts',
    test: 'refused for want of a right is on record',
  },
  {
    name: 'metrics for whoever asks a proxy on this machine',
    file: 'libs/host/src/metrics-access.ts',
    find: ' && isAskedHere(headers)',
    replace: '',
    spec: 'libs/host/src/application.spec.ts',
    test: 'refuses /metrics on a non-loopback address without a token',
  },
  {
    name: 'a key that counts from zero',
    file: 'libs/kernel/src/weak-secrets.ts',
    find: ' || steps.size < MIN_DIFFERENT_BYTES',
    replace: '',
    spec: 'libs/kernel/src/weak-secrets.spec.ts',
    test: 'refuses a key that counts',
  },
  {
    name: 'a form of another site from a browser that says only its origin',
    file: 'services/web/server/resident/resident-pages.ts',
    find: 'return origin !== undefined && ',
    replace: "return origin === 'never' && ",
    spec: 'services/gateway/src/resident-pages.spec.ts',
    test: 'takes no form for /aldan from a page of another site',
  },
  {
    name: 'a file with a virus that is served',
    file: 'services/intake/src/files/adapters/http/files.routes.ts',
    find: "if (verdict === 'INFECTED') throw",
    replace: "if (verdict === 'INFECTED' && file.size < 0) throw",
    spec: 'services/intake/src/files/adapters/http/infected-files.int.spec.ts',
    test: 'serves a file with a virus to nobody',
  },
  {
    name: 'a file that was not scanned is taken for a clean one',
    file: 'services/intake/src/files/application/scan-files.ts',
    find: "if (verdict !== 'NOT_SCANNED') this.known",
    replace: 'this.known',
    spec: 'services/intake/src/files/adapters/http/infected-files.int.spec.ts',
    test: 'says of one that it could not scan',
  },
  {
    name: 'a locked file that the scanner cannot read is taken for an infected one',
    file: 'services/intake/src/files/adapters/clamd/clamd-scanner.ts',
    find: "if (UNSCANNABLE.test(answer)) return 'UNSCANNABLE';",
    replace: '',
    spec: 'services/intake/src/files/adapters/clamd/clamd-scanner.spec.ts',
    test: 'calls neither clean nor infected what clamd cannot see the inside of',
  },
];
