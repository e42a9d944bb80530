/** A document of one empty page. `words` stay in it, of the page's own dictionary. */
export function smallPdf(words = ''): Buffer {
  const own = Buffer.from(words).toString('hex');
  return Buffer.from(
    [
      '%PDF-1.7',
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj',
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Words <${own}> >>\nendobj`,
      'trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n',
    ].join('\n'),
  );
}
