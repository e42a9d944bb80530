const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Characters that XML 1.0 cannot hold in any form (production 2). */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** For HTML, in texts and attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (found) => entities[found]!);
}

/** For XML; in place of a character that it cannot hold is U+FFFD. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.replace(IMPOSSIBLE, '\u{fffd}'));
}
