export type CsvValue = string | number | null | undefined;

/** RFC 4180 with `;`, which a Russian spreadsheet expects, and a byte order mark, by which it knows UTF-8. */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is made text, so that a spreadsheet does not run what a person wrote. */
function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
