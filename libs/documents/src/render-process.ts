import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BarCode, CopyJob, JoinJob, Rendered, RenderJob } from './render-job.js';

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
process.on('message', (job: RenderJob | JoinJob | CopyJob) => void answer(job));
process.send!('READY');

async function answer(job: RenderJob | JoinJob | CopyJob): Promise<void> {
  let rendered: Rendered;
  try {
    rendered = await made(job);
  } catch (error) {
    // Of a library's error the kind alone: its text may quote the paper.
    rendered = { fault: error instanceof Error ? error.name : 'unknown' };
  }
  process.send!(rendered);
}

function made(job: RenderJob | JoinJob | CopyJob): Rendered | Promise<Rendered> {
  if ('files' in job) return joined(job);
  return 'file' in job ? copied(job) : rendering(job);
}

function rendering({ template, paper, pictures = {}, codes = {}, madeAt, isDrawn }: RenderJob): Rendered {
  compiler.resetShadow();
  const put = (name: string, bytes: Buffer): void => compiler.mapShadow(join(templates, name), bytes);
  put('paper.json', Buffer.from(JSON.stringify(paper)));
  for (const [name, base64] of Object.entries(pictures)) put(name, Buffer.from(base64, 'base64'));
  for (const [name, code] of Object.entries(codes)) put(`${name}.svg`, Buffer.from(pictureOf(code)));
  const compiled = compiler.compile({ mainFilePath: join(templates, template) });
  if (!compiled.result) return { fault: faultOf(compiled.takeDiagnostics()?.shortDiagnostics) };
  if (isDrawn) {
    return { drawn: { svg: pictureOfAll(compiler.plainSvg(compiled.result)), sheets: compiled.result.numOfPages } };
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2a' as never, pdfTags: true, creationTimestamp: madeAt });
  return { pdf };
}

/** The ground of each sheet, which the compiler draws where the first one is, over what is there. */
const GROUND = /<path class="typst-shape" fill="#ffffff"[^>]*d="M 0 0v 841\.\d+ h 595\.\d+ v -841\.\d+ Z "\/>/g;

/** What a picture has where it says nothing. */
const DEFAULTS = / (?:fill="#000000"|fill-rule="nonzero"|y="0"|class="typst-[a-z]+")/g;

/** Half as large as the compiler writes it: a draft is looked at over slow lines. */
function pictureOfAll(svg: string): string {
  const ids = new Map<string, string>();
  const shortId = (_: string, before: string, id: string): string => {
    if (!ids.has(id)) ids.set(id, `g${ids.size}`);
    return before + ids.get(id)!;
  };
  const drawn = svg
    .replace(/>\s+</g, '><')
    .replace(GROUND, '')
    .replace(/(#|id=")(g[0-9A-F]{20,32})\b/g, shortId)
    .replace(DEFAULTS, '')
    .replace(/(\.\d\d)\d+/g, '$1');
  return drawn.replace('>', '><rect width="100%" height="100%" fill="#ffffff"/>');
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

async function joined({ files }: JoinJob): Promise<Rendered> {
  const { PDFDocument } = load('@cantoo/pdf-lib') as PdfLib;
  const whole = await PDFDocument.create({ updateMetadata: false });
  for (const file of files) {
    const one = await PDFDocument.load(file, { updateMetadata: false });
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page);
  }
  return { pdf: await whole.save() };
}

/** As `copy.typ` leaves room for it. */
const OF_COPY = { scale: 0.86, side: 14.7, bottom: 35.6 };
const POINTS = 72 / 25.4;

async function copied({ file, marks }: CopyJob): Promise<Rendered> {
  const { PDFDocument } = load('@cantoo/pdf-lib') as PdfLib;
  const source = await PDFDocument.load(file, { updateMetadata: false });
  const beside = rendering({ ...marks, paper: { ...marks.paper, sheets: source.getPageCount() } });
  if (!('pdf' in beside)) return beside;
  const whole = await PDFDocument.create({ updateMetadata: false });
  const sheets = await whole.embedPages(source.getPages());
  const said = await whole.embedPdf(beside.pdf, source.getPageIndices());
  for (const [at, sheet] of sheets.entries()) {
    const page = whole.addPage([sheet.width, sheet.height]);
    const { scale, side, bottom } = OF_COPY;
    page.drawPage(sheet, { x: side * POINTS, y: bottom * POINTS, xScale: scale, yScale: scale });
    page.drawPage(said[at]!);
  }
  return { pdf: await whole.save() };
}
