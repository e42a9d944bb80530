import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One family for all papers: it has the letters of Sakha, and the licence allows to embed it. */
const FILES = [
  '400Regular/PTSerif_400Regular',
  '400Regular_Italic/PTSerif_400Regular_Italic',
  '700Bold/PTSerif_700Bold',
];

export function fontFiles(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/pt-serif/package.json'));
  return FILES.map((name) => join(folder, `${name}.ttf`));
}

let covered: ReadonlySet<number> | undefined;

/** Whether each face of the family has the character. */
export function hasGlyph(codePoint: number): boolean {
  covered ??= inEach(fontFiles().map((file) => charactersOf(readFileSync(file))));
  return covered.has(codePoint);
}

function inEach([first = new Set(), ...others]: readonly Set<number>[]): Set<number> {
  return new Set([...first].filter((one) => others.every((other) => other.has(one))));
}

/** The characters of a TrueType font, by its table `cmap` of format 4 (the basic plane). */
export function charactersOf(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(4);
  const records = Array.from({ length: tables }, (_, at) => 12 + 16 * at);
  const cmap = font.readUInt32BE(records.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8);
  const offsets = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => font.readUInt32BE(cmap + 8 + 8 * at));
  const table = offsets.map((offset) => cmap + offset).find((at) => font.readUInt16BE(at) === 4);
  if (table === undefined) throw new Error('The font has no table of characters that is known here.');
  const found = new Set<number>();
  const doubled = font.readUInt16BE(table + 6);
  for (let at = 0; at < doubled; at += 2) addSegment(font, { table, doubled, at }, found);
  return found;
}

/** The four arrays of the table follow each other: last characters, first ones, differences, offsets into the list of glyphs. */
function addSegment(
  font: Buffer,
  { table, doubled, at }: { table: number; doubled: number; at: number },
  found: Set<number>,
): void {
  const last = font.readUInt16BE(table + 14 + at);
  const first = font.readUInt16BE(table + 16 + doubled + at);
  const difference = font.readUInt16BE(table + 16 + 2 * doubled + at);
  const offsetAt = table + 16 + 3 * doubled + at;
  const offset = font.readUInt16BE(offsetAt);
  for (let one = first; one <= last && one < 0xffff; one += 1) {
    const glyph = offset === 0 ? (one + difference) & 0xffff : font.readUInt16BE(offsetAt + offset + 2 * (one - first));
    if (glyph !== 0) found.add(one);
  }
}
