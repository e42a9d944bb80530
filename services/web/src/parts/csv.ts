const BYTE_ORDER_MARK = '\uFEFF';

/** Semicolon-separated lines. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cell).join(';')).join('\r\n');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
