import { unzipSync, type UnzipFileInfo } from 'fflate';
import { UnreadableFile } from '../domain/journal-file.js';

const MAX_PARTS = 2_000;
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const WORKBOOK = /^xl\/workbook\.xml$/;
const ACTIVE = /vbaProject|\/embeddings\/|activeX|oleObject|\/externalLinks\//i;
/** The parts that are read: the order of calculation, pictures and printers are not. */
const READ = /(?<!calcChain)\.xml(\.rels)?$/;

export type XlsxParts = Readonly<Record<string, Uint8Array>>;

/** What is inside is looked at by the list of parts first; a part that is longer than the list says ends at that length. */
export function partsOfXlsx(bytes: Uint8Array): XlsxParts {
  demandPlain(listOf(bytes));
  return unpacked(bytes, ({ name }) => READ.test(name));
}

function listOf(bytes: Uint8Array): readonly UnzipFileInfo[] {
  const list: UnzipFileInfo[] = [];
  unpacked(bytes, (part) => {
    list.push(part);
    return false;
  });
  return list;
}

function unpacked(bytes: Uint8Array, filter: (part: UnzipFileInfo) => boolean): XlsxParts {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    throw new UnreadableFile('FILE_DAMAGED', { cause });
  }
}

function demandPlain(list: readonly UnzipFileInfo[]): void {
  if (!list.some(({ name }) => WORKBOOK.test(name))) throw new UnreadableFile('FILE_UNKNOWN_KIND');
  const size = list.reduce((sum, { name, originalSize }) => sum + (READ.test(name) ? originalSize : 0), 0);
  const isTooMuch = list.length > MAX_PARTS || size > MAX_UNPACKED_BYTES;
  if (isTooMuch || list.some(({ name }) => ACTIVE.test(name))) throw new UnreadableFile('FILE_UNSAFE');
}
