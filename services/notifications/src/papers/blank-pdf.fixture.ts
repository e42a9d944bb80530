import { PDFDocument } from '@cantoo/pdf-lib';

/** A file of one page, where a spec needs no sheet of a letter. */
export async function blankPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawSquare({ size: 10 });
  return document.save();
}
