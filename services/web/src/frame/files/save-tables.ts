import type { OfficeDocument } from '@otklik/kernel/office-files';
import { saveFile } from '../csv.js';
import { language, t } from '../../words/words.js';

/** As which file a screen's numbers are taken. */
export const tableFiles = ['pdf', 'docx', 'xlsx'] as const;
export type TableFile = (typeof tableFiles)[number];

/** `district`: in whose turn the PDF is set. False: it did not come. */
export async function saveTables(
  file: TableFile,
  { name, district }: Readonly<Record<'name' | 'district', string>>,
  document: OfficeDocument,
): Promise<boolean> {
  const made = file === 'pdf' ? await pdfOf(document, district) : await packedOf(document, file);
  if (!made) return false;
  saveFile(`${name}.${file}`, made.bytes, made.type);
  return true;
}

interface MadeFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

async function packedOf(document: OfficeDocument, file: 'docx' | 'xlsx'): Promise<MadeFile> {
  // Needed by this act alone.
  const [{ packed }, { docxParts, DOCX_TYPE, xlsxParts, XLSX_TYPE }] = await Promise.all([
    import('@otklik/signatures/merge'),
    import('@otklik/kernel/office-files'),
  ]);
  const words = { about: t('files.about'), notes: t('files.notes') };
  const [parts, type] =
    file === 'docx' ? [docxParts(document, words), DOCX_TYPE] : [xlsxParts(document, words), XLSX_TYPE];
  return { bytes: packed(parts), type };
}

async function pdfOf(document: OfficeDocument, district: string): Promise<MadeFile | undefined> {
  const answer = await fetch(`/papers/${district}/tables`, {
    method: 'POST',
    body: JSON.stringify(document),
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': language },
  }).catch(() => undefined);
  return answer?.ok ? { bytes: new Uint8Array(await answer.arrayBuffer()), type: 'application/pdf' } : undefined;
}
