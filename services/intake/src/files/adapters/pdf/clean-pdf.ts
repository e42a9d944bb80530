import type { PDFArray, PDFContext, PDFDict, PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { createRequire } from 'node:module';

// It imports none of our modules, and runs from its source as well. CommonJS, because it loads in half of the time of the
// library's 500 ES modules.
const pdf = createRequire(import.meta.url)('@cantoo/pdf-lib') as typeof import('@cantoo/pdf-lib');

const name = (text: string) => pdf.PDFName.of(text);
const names = (...texts: readonly string[]) => texts.map(name);

/** What of the document's root is kept; not what is done when it is opened, its metadata, its attachments. */
const OF_THE_ROOT = new Set(
  names(
    ...['Type', 'Version', 'Pages', 'PageLabels', 'Names', 'Dests', 'Outlines', 'AcroForm', 'ViewerPreferences'],
    ...['PageLayout', 'PageMode', 'Lang', 'MarkInfo', 'StructTreeRoot', 'OCProperties', 'OutputIntents'],
  ),
);

/** Removed from every dictionary: actions by event, scripts, forms that are programs, attachments, metadata. */
const NOWHERE = names(
  ...['AA', 'OpenAction', 'JS', 'JavaScript', 'XFA', 'URI', 'PA', 'EmbeddedFiles', 'EF', 'RF', 'AF', 'Collection'],
  ...['Metadata', 'PieceInfo', 'LastModified', 'RichMediaContent', 'RichMediaSettings', 'OPI', 'Ref', 'Alternates'],
  ...['Perms', 'Legal', 'SpiderInfo', 'URLS', 'IDS', 'Renditions', 'AlternatePresentations', '3DD', 'Templates'],
);

/** Data of a stream that are in another file. */
const OF_OTHER_FILES = names('F', 'FFilter', 'FDecodeParms');
/** Who wrote a remark, and when. */
const OF_AUTHORS = names('T', 'M', 'CreationDate', 'NM', 'RC');

const ACTIONS = new Set(
  names(
    ...['GoToR', 'GoToE', 'GoToDp', 'GoTo3DView', 'Launch', 'Thread', 'URI', 'Sound', 'Movie', 'Hide', 'Named'],
    ...['SubmitForm', 'ResetForm', 'ImportData', 'JavaScript', 'SetOCGState', 'Rendition', 'RichMediaExecute'],
  ),
);

const ACTIVE_SUBTYPES = new Set(
  names('FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D', 'TrapNet', 'Projection', 'PS'),
);
const ATTACHMENTS = new Set(names('EmbeddedFile', 'Filespec', 'F'));
const SIGNATURES = new Set(names('Sig', 'DocTimeStamp'));

export type PdfRefusal = 'FILE_DAMAGED' | 'FILE_ENCRYPTED' | 'FILE_SIGNED';

export class PdfRefused extends Error {
  readonly code: PdfRefusal;

  constructor(code: PdfRefusal) {
    super(code);
    this.code = code;
  }
}

/** The document with its pages alone. Throws `PdfRefused`, and whatever the library throws for a damaged one. */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await opened(bytes);
  const { context } = document;
  if (!(document.catalog instanceof pdf.PDFCatalog)) throw new PdfRefused('FILE_DAMAGED');
  for (const key of document.catalog.keys()) if (!OF_THE_ROOT.has(key)) document.catalog.delete(key);
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  removeUnreadable(context);
  removeUnreached(context, cleaned(context));
  if (document.getPageCount() === 0) throw new PdfRefused('FILE_DAMAGED');
  return document.save({ updateFieldAppearances: false, addDefaultPage: false });
}

/** A file that is only protected from changes opens without a password. */
async function opened(bytes: Uint8Array) {
  const options = { updateMetadata: false } as const;
  const document = await pdf.PDFDocument.load(bytes, { ...options, ignoreEncryption: true });
  if (!document.isEncrypted) return document;
  try {
    return await pdf.PDFDocument.load(bytes, { ...options, password: '' });
  } catch {
    throw new PdfRefused('FILE_ENCRYPTED');
  }
}

/** What the library could not read, and would write unchanged; references to references, which it does not follow. */
function removeUnreadable(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof pdf.PDFInvalidObject || object instanceof pdf.PDFRef) context.delete(ref);
}

/** Cleans all that the root leads to, and returns it. */
function cleaned(context: PDFContext): ReadonlySet<PDFObject> {
  const root = context.trailerInfo.Root!;
  const reached = new Set<PDFObject>([root]);
  const waiting: PDFObject[] = [root];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    for (const part of partsOf(context, object)) {
      if (reached.has(part)) continue;
      reached.add(part);
      waiting.push(part);
    }
  }
  return reached;
}

function partsOf(context: PDFContext, object: PDFObject): readonly PDFObject[] {
  if (object instanceof pdf.PDFRef) {
    const found = context.lookup(object);
    if (found instanceof pdf.PDFRawStream) withoutCamera(found);
    return found ? [found] : [];
  }
  if (object instanceof pdf.PDFStream) {
    for (const key of OF_OTHER_FILES) object.dict.delete(key);
    return [object.dict];
  }
  if (object instanceof pdf.PDFDict) return valuesOf(context, object);
  return object instanceof pdf.PDFArray ? elementsOf(context, object) : [];
}

function valuesOf(context: PDFContext, dict: PDFDict): readonly PDFObject[] {
  if (dict.has(name('ByteRange')) || SIGNATURES.has(dict.lookup(name('Type')) as never))
    throw new PdfRefused('FILE_SIGNED');
  for (const key of NOWHERE) dict.delete(key);
  if (isRemark(dict)) for (const key of OF_AUTHORS) dict.delete(key);
  // A jump inside the document stays, without what would follow it.
  if (dict.lookup(name('S')) === name('GoTo')) dict.delete(name('Next'));
  for (const [key, value] of dict.entries()) if (isDangerous(context.lookup(value))) dict.delete(key);
  return dict.values();
}

function elementsOf(context: PDFContext, array: PDFArray): readonly PDFObject[] {
  for (const [at, value] of array.asArray().entries())
    if (isDangerous(context.lookup(value))) array.set(at, pdf.PDFNull);
  return array.asArray();
}

function isRemark(dict: PDFDict): boolean {
  const isAnnotation = dict.has(name('Rect')) && dict.has(name('Subtype'));
  return isAnnotation && dict.lookup(name('Subtype')) !== name('Widget');
}

function isDangerous(object: PDFObject | undefined): boolean {
  const dict = object instanceof pdf.PDFStream ? object.dict : object;
  if (!(dict instanceof pdf.PDFDict)) return false;
  const of = (key: string) => dict.lookup(name(key)) as never;
  return ACTIONS.has(of('S')) || ACTIVE_SUBTYPES.has(of('Subtype')) || ATTACHMENTS.has(of('Type'));
}

function removeUnreached(context: PDFContext, reached: ReadonlySet<PDFObject>): void {
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

/** Segments of a JPEG that hold metadata (place, camera, owner): APP1 and above but of colours, and comments. */
function withoutCamera(stream: PDFRawStream): void {
  if (stream.dict.lookup(name('Filter')) !== name('DCTDecode')) return;
  const bytes = stream.contents;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  // Up to the image itself, or to what is no segment.
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda && at + 4 <= bytes.length) {
    const end = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
    if (!isMetadata(bytes[at + 1]!)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  kept.push(bytes.subarray(at));
  (stream as { contents: Uint8Array }).contents = Buffer.concat(kept);
}

function isMetadata(marker: number): boolean {
  const [colourProfile, adobe, comment] = [0xe2, 0xee, 0xfe];
  return marker === comment || (marker > 0xe0 && marker <= 0xef && marker !== colourProfile && marker !== adobe);
}
