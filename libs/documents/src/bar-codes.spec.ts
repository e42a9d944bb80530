import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp, { type Sharp } from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { card } from './forms.fixture.js';
import { letter } from './letters.fixture.js';
import type { Paper } from './papers.js';
import { drawPaper } from './render-pdf.js';

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = await readFile(path);
  prepareZXingModule({
    overrides: { wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
  });
});

/** The codes that a decoder finds on the whole sheets, each as its format and its text. */
async function codesOn(paper: Paper, dotsPerInch: number, seen: (picture: Sharp) => Sharp): Promise<readonly string[]> {
  const { svg } = await drawPaper(paper);
  const picture = sharp(Buffer.from(svg), { density: dotsPerInch }).flatten({ background: 'white' });
  const found = await readBarcodes(await seen(picture).png().toBuffer(), { tryHarder: true });
  return found.map(({ format, text }) => `${format}: ${text}`);
}

describe.each<[string, number, (picture: Sharp) => Sharp]>([
  ['as printed', 150, (picture) => picture],
  // By the glass of an office scanner: a little askew, grey and not sharp.
  ['from a scanner', 200, (picture) => picture.rotate(2, { background: 'white' }).greyscale().blur(1)],
])('the code of a sheet, %s', (_, dotsPerInch, seen) => {
  it('of a letter leads to the page that checks it', async () => {
    const paper = letter();
    expect(await codesOn(paper, dotsPerInch, seen)).toEqual([`QRCode: ${paper.code!.address}`]);
  });

  it('of a registration card names its case', async () => {
    expect(await codesOn(card, dotsPerInch, seen)).toEqual([`DataMatrix: ${card.code}`]);
  });
});
