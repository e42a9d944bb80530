import type { Found } from './found.js';

const AT =
  '\\s?(?:@|\\(at\\)|\\[at\\]|\\(собака\\)|\\[собака\\]|(?<=[a-z\\d]\\s)собака(?=\\s[\\p{L}\\d-]+\\s?(?:точка|dot|\\.)))\\s?';
const DOT = '(?:\\s?\\.\\s?|\\s(?:точка|dot)\\s)';
const EMAIL = new RegExp(`[\\p{L}\\d._%+-]+${AT}[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*${DOT}(?:[\\p{L}\\d-]{2,})`, 'giu');
/** Pages of one person in a network. */
const PAGE =
  /(?:vk\.com\/id|ok\.ru\/profile\/|wa\.me\/|facebook\.com\/profile\.php\?id=)\d+|(?<=(?:telegram|телегр\p{L}*|тг|инст\p{L}*)[^\p{L}@]{0,3})@[a-z\d_.]{4,}/giu;

const ANY_CONTACT = /@|собака|[([]at[)\]]|vk\.com|ok\.ru|wa\.me|facebook/iu;

/** E-mails, spelled-out ones too («ivanov (собака) mail точка ru»), and pages of persons. */
export function foundContacts(text: string): readonly Found[] {
  if (!ANY_CONTACT.test(text)) return [];
  return [EMAIL, PAGE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: run, index }) => ({
      ...{ kind: 'EMAIL' as const, start: index, end: index + run.length },
    })),
  );
}
