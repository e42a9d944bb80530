const DAY = '(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)';
const TIME = '\\d{1,2}[:.]\\d{2}(?::\\d{2})?';
const DATE = '\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}';
const LONG_DATE = '\\d{1,2}\\s+\\p{L}{3,9}\\.?\\s+\\d{4}';

/**
 * The line above a quote, by which a mail program says who wrote when; it may be broken over several lines. Each names the
 * programs that write it so.
 */
const INTRODUCTIONS: readonly RegExp[] = [
  // Gmail: «пн, 23 нояб. 2026 г. в 10:11, Имя <адрес>:»
  new RegExp(`^${DAY},?\\s+${LONG_DATE}(?:\\s*г\\.?)?,?\\s+(?:в\\s+)?${TIME}.*:$`, 'iu'),
  // Mail.ru: «Понедельник, 23 ноября 2026, 10:11 +09:00 от Имя <адрес>:»
  new RegExp(
    `^${DAY},?\\s+${LONG_DATE}(?:\\s*г\\.?)?,?\\s+${TIME}(?:\\s*[+-]\\d{1,2}:?\\d{2})?\\s+от\\s.{0,200}:$`,
    'iu',
  ),
  // iOS: «23 нояб. 2026 г., в 10:11, Имя <адрес> написал(а):»
  new RegExp(`^${LONG_DATE}(?:\\s*г\\.?)?,?\\s+(?:в\\s+)?${TIME}.{0,200}написала?(?:\\(а\\))?\\s*:$`, 'iu'),
  // Yandex: «23.11.2026, 10:11, "Имя" <адрес>:»; Thunderbird: «23.11.2026 10:11, Имя пишет:»
  new RegExp(
    `^(?:${DAY},?\\s+)?${DATE},?\\s+(?:в\\s+)?${TIME},?\\s+(?:.{0,200}<[^<>]{3,200}>|.{0,200}\\s(?:пишет|написала?|wrote))\\s*:$`,
    'iu',
  ),
  // In English
  /^On\s.{6,200}\swrote:$/i,
];

/** The first line above a quoted or forwarded letter without marks before its lines. */
const DIVIDERS: readonly RegExp[] = [
  /^-{2,}\s*(?:исходное сообщение|original message|пересланное сообщение|пересылаемое сообщение|forwarded message|конец пересылаемого сообщения)\s*-{2,}$/iu,
];

/** Outlook and Mail.ru: a block of header lines, of which at least three stand together. */
const HEADER_LINE = /^\*?(?:от|от кого|кому|копия|отправлено|дата|тема|from|to|cc|sent|date|subject)\s*:\*?(?:\s|$)/iu;
const HEADER_LINES = 3;
const HEADER_WITHIN = 6;

/** A line of signs above such a block. */
const RULE = /^[_\-—=*]{5,}$/u;
/** What a telephone's program adds at the end. */
const SENT_FROM = /(?:\n-- ?)?(?:^|\n)(?:отправлено (?:из|с|через)|sent from) [^\n]{1,80}$/iu;
const QUOTED = /^\s*>/;
const INTRODUCTION_LINES = 3;
const MAX_INTRODUCTION = 250;

/**
 * What the writer added to the letter that he answers: without quoted lines, the line above them, and the letter that
 * Outlook puts below. The whole text when nothing else is there.
 */
export function withoutQuotes(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length;) {
    if (isDivider(lines, at)) break;
    const skip = quotedLines(lines, at);
    if (skip === 0) kept.push(lines[at]!);
    at += skip || 1;
  }
  const rest = kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replace(SENT_FROM, '')
    .trim();
  return rest === '' ? text.trim() : rest;
}

/** How many lines from here on are a quote with the line that introduces it; 0: none. */
function quotedLines(lines: readonly string[], at: number): number {
  if (QUOTED.test(lines[at]!)) return 1;
  const introduction = introductionAt(lines, at);
  if (introduction === 0) return 0;
  const next = nextText(lines, at + introduction);
  // Without signs before its lines, what is quoted goes on to the end.
  return next === undefined || QUOTED.test(lines[next]!) ? introduction : lines.length - at;
}

function introductionAt(lines: readonly string[], at: number): number {
  let joined = '';
  for (let count = 1; count <= INTRODUCTION_LINES && at + count <= lines.length; count += 1) {
    const line = lines[at + count - 1]!.trim();
    if (line === '' || line.length > MAX_INTRODUCTION) return 0;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (joined.endsWith(':') && INTRODUCTIONS.some((one) => one.test(joined))) return count;
  }
  return 0;
}

function isDivider(lines: readonly string[], at: number): boolean {
  const line = lines[at]!.trim();
  if (DIVIDERS.some((one) => one.test(line))) return true;
  if (RULE.test(line)) {
    const next = nextText(lines, at + 1);
    return next !== undefined && next - at <= 2 && isHeaderBlock(lines, next);
  }
  return isHeaderBlock(lines, at);
}

function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!HEADER_LINE.test(lines[at]!.trim())) return false;
  const block = lines.slice(at, at + HEADER_WITHIN).filter((line) => HEADER_LINE.test(line.trim()));
  return block.length >= HEADER_LINES;
}

function nextText(lines: readonly string[], from: number): number | undefined {
  for (let at = from; at < lines.length && at < from + 3; at += 1) if (lines[at]!.trim() !== '') return at;
  return undefined;
}
