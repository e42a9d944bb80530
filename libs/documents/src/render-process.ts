import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BarCode, JoinJob, Rendered, RenderJob } from './render-job.js';

// A program: a paper in each message, its PDF in the answer; it ends with its parent. Typst's memory grows with every paper,
// and its time with hostile ones, so that neither is a service's. Node runs it from its source as well (specs).
type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');
type BarCodes = typeof import('@bwip-js/node');
type PdfLib = typeof import('@cantoo/pdf-lib');

const load = createRequire(import.meta.url);
const templates = fileURLToPath(new URL('../templates/', import.meta.url));
const fonts = process.argv.slice(2).map((file) => readFileSync(file));
const { NodeCompiler } = load('@myriaddreamin/typst-ts-node-compiler') as Typst;
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts }] });

process.on('disconnect', () => process.exit());
process.on('message', (job: RenderJob | JoinJob) => void answer(job));
process.send!('READY');

async function answer(job: RenderJob | JoinJob): Promise<void> {
  let rendered: Rendered;
  try {
    rendered = 'files' in job ? { pdf: await joined(job) } : rendering(job);
  } catch (error) {
    // Of a library's error the kind alone: its text may quote the paper.
    rendered = { fault: error instanceof Error ? error.name : 'unknown' };
  }
  process.send!(rendered);
}

function rendering({ template, paper, pictures = {}, codes = {}, madeAt }: RenderJob): Rendered {
  compiler.resetShadow();
  const put = (name: string, bytes: Buffer): void => compiler.mapShadow(join(templates, name), bytes);
  put('paper.json', Buffer.from(JSON.stringify(paper)));
  for (const [name, base64] of Object.entries(pictures)) put(name, Buffer.from(base64, 'base64'));
  for (const [name, code] of Object.entries(codes)) put(`${name}.svg`, Buffer.from(pictureOf(code)));
  const compiled = compiler.compile({ mainFilePath: join(templates, template) });
  if (!compiled.result) return { fault: faultOf(compiled.takeDiagnostics()?.shortDiagnostics) };
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2a' as never, pdfTags: true, creationTimestamp: madeAt });
  return { pdf };
}

/** What the compiler says up to the first text that it quotes: that may be of a person. */
function faultOf(diagnostics: readonly unknown[] = []): string {
  const messages = diagnostics.map((one) => String((one as { readonly message?: unknown }).message).split(/["“«]/)[0]);
  return messages.join('; ') || 'no reason is known';
}

function pictureOf({ kind, text }: BarCode): string {
  const { toSVG } = load('@bwip-js/node') as BarCodes;
  return toSVG({ bcid: kind, text, ...(kind === 'code128' && { height: 10 }) });
}

async function joined({ files }: JoinJob): Promise<Uint8Array> {
  const { PDFDocument } = load('@cantoo/pdf-lib') as PdfLib;
  const whole = await PDFDocument.create({ updateMetadata: false });
  for (const file of files) {
    const one = await PDFDocument.load(file, { updateMetadata: false });
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
}
