import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';

// A program: a PDF on its standard input, what is kept of it on its standard output; the exit code names why it is not taken.
// Node runs it from its source as well (specs), where the other module is TypeScript too.
const pdf = createRequire(import.meta.url)('@cantoo/pdf-lib') as typeof import('@cantoo/pdf-lib');
const beside = import.meta.url.endsWith('.ts') ? './clean-pdf.ts' : './clean-pdf.js';
const { cleanPdf, PdfRefused } = (await import(
  new URL(beside, import.meta.url).href
)) as typeof import('./clean-pdf.js');

/** Bytes that all compressed streams of the file's structure may unfold to. Pages are never unfolded. */
const MAX_UNFOLDED_BYTES = 64 * 1024 * 1024;
const EXIT_CODES = { FILE_DAMAGED: 10, FILE_ENCRYPTED: 11, FILE_SIGNED: 12, TOO_LARGE: 13 } as const;

limitUnfolding();
try {
  process.stdout.write(await cleanPdf(await buffer(process.stdin)));
} catch (error) {
  process.exitCode = EXIT_CODES[error instanceof PdfRefused ? error.code : 'FILE_DAMAGED'];
}

/** The library unfolds into buffers that the limit of the heap does not count; they all grow by one method. */
function limitUnfolding(): void {
  const context = pdf.PDFContext.create();
  const nothing = pdf.PDFRawStream.of(context.obj({ Filter: 'ASCIIHexDecode' }), new Uint8Array());
  let owner = Object.getPrototypeOf(pdf.decodePDFRawStream(nothing)) as { ensureBuffer(size: number): Uint8Array };
  while (!Object.hasOwn(owner, 'ensureBuffer')) owner = Object.getPrototypeOf(owner) as typeof owner;
  const grow = owner.ensureBuffer;
  let total = 0;
  owner.ensureBuffer = function (this: { readonly buffer: Uint8Array }, size) {
    const before = this.buffer.byteLength;
    const isInVain = size > MAX_UNFOLDED_BYTES;
    const grown = isInVain ? this.buffer : grow.call(this, size);
    total += grown.byteLength - before;
    // At once: the library takes an exception for a damaged object, and goes on.
    if (isInVain || total > MAX_UNFOLDED_BYTES) process.exit(EXIT_CODES.TOO_LARGE);
    return grown;
  };
}
