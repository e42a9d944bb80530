import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFRawStream,
  type PDFPage,
} from '@cantoo/pdf-lib';

/** A string of characters, in which parentheses need no escape where each is closed. */
const LITERAL = [1, 2, 3, 4].reduce((inside) => String.raw`\((?:\\[^]|[^\\()]|${inside})*\)`, String.raw`\(\)`);
const STRING = `${LITERAL}|<[0-9A-F]+>`;
const SHOWN = new RegExp(String.raw`/(\S+) [\d.]+ Tf|\[((?:${STRING}|[^\](<])*)\] TJ|(${STRING}) Tj|\bBT\b`, 'g');
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The words on each page as a reader takes them from it, by the table of characters of each font; a line for each piece. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map(textOf);
}

/** Without spaces and hyphens: a line may end at either. */
export const bare = (text: string): string => text.replace(/[\s\u00A0\u200B\u2011-]/g, '');

function textOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => page.doc.context.lookup(one)) : [contents];
  const program = streams.map((one) => unfolded(one as PDFRawStream)).join('\n');
  const fonts = new Map(
    (page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict).entries() ?? []).map(([name]) => [
      name.asString().slice(1),
      charactersOf(page.node.Resources()!.lookup(PDFName.of('Font'), PDFDict).lookup(name, PDFDict)),
    ]),
  );
  let characters = new Map<number, string>();
  let text = '';
  for (const [, font, many, one] of program.matchAll(SHOWN)) {
    if (font !== undefined) characters = fonts.get(font)!;
    else if (many === undefined && one === undefined) text += '\n';
    else for (const codes of stringsOf(many ?? one!)) text += read(codes, characters);
  }
  return text;
}

/** Their bytes, written as characters or as hexadecimal digits. */
function stringsOf(operand: string): string[] {
  return [...operand.matchAll(new RegExp(STRING, 'g'))].map(([text]) => {
    const inside = text.slice(1, -1);
    return text.startsWith('(') ? unescaped(inside) : Buffer.from(inside, 'hex').toString('latin1');
  });
}

function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[^])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPED[code] ?? code),
  );
}

function read(codes: string, characters: ReadonlyMap<number, string>): string {
  return (codes.match(/[^]{2}/g) ?? [])
    .map((pair) => characters.get(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)) ?? '\uFFFD')
    .join('');
}

function charactersOf(font: PDFDict): Map<number, string> {
  const table = unfolded(font.lookup(PDFName.of('ToUnicode')) as PDFRawStream);
  const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return new Map(
    [...table.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\s*\n/g)].map(([, code, text]) => [
      Number.parseInt(code!, 16),
      utf16(text!),
    ]),
  );
}

function unfolded(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}
