import type { Found } from './found.js';

const IN_BRACKETS = '[([{<]\\s?(?:at|эт|dog|собак\\p{L}*|собачк\\p{L}*)\\s?[)\\]}>]';
const SAID = '(?:собак\\p{L}|собачк\\p{L}|sobaka|sobachka)';
const DOT = '(?:\\s?\\.\\s?|\\s?[([]?(?:точка|dot|tochka)[)\\]]?\\s?)';
const HOST = `(?:[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]{2,})+|[\\p{L}\\d-]+${DOT}[\\p{L}\\d-]{2,})`;
const MAILS = [
  new RegExp(`(?:[\\p{L}\\d._%+-]+|[a-z\\d._%+-]+\\s)@\\s?${HOST}`, 'giu'),
  new RegExp(`[\\p{L}\\d._%+-]+\\s?${IN_BRACKETS}\\s?${HOST}`, 'giu'),
  new RegExp(`[a-z\\d._%+-]*[a-z\\d_]\\s?${SAID}\\s?${HOST}`, 'giu'),
  /[a-z\d._%+-]*[a-z\d_](?:\s(?:dot|точка)\s[a-z\d_-]+){0,3}\sat\s[a-z\d-]+(?:\s?\.\s?|\s(?:точка|dot)\s)[a-z]{2,}/giu,
];

const NETWORK =
  '(?:vk\\.(?:com|ru|me)|vkontakte\\.ru|ok\\.ru|odnoklassniki\\.ru|t\\.me|telegram\\.me|wa\\.me|instagram\\.com|facebook\\.com|fb\\.com|tiktok\\.com|my\\.mail\\.ru|max\\.ru)';
/** Pages in a network, but for those of groups and of their posts. */
const PAGE = new RegExp(
  `(?:https?://)?(?:www\\.|m\\.)?${NETWORK}/(?!(?:club|public|event|wall-|photo-|video-|topic-|group/)\\w*)[\\w./?=&@%+-]*\\w`,
  'giu',
);
const NETWORK_WORD =
  '(?<!\\p{L})(?:telegram|телегр\\p{L}*|телег\\p{L}|тг|инст\\p{L}*|вк|vk|вконтакте|тикток\\p{L}*|tiktok|одноклассник\\p{L}*)';
const HANDLES = [
  /(?<![\p{L}\d@._-])@[a-z][a-z\d_.-]{2,}[a-z\d_]/giu,
  new RegExp(`(?=[a-z_.]*[\\d_])(?<![a-z\\d_.])(?<=${NETWORK_WORD}[ :—-]{1,4})[a-z][a-z\\d_.]{4,}`, 'giu'),
];

const ANY_CONTACT = /@|собак|собач|sobak|sobach|[([{<]\s?(?:at|эт|dog)| at |(?:com|ru|me)\/|[a-z][.\d_]/iu;

/** E-mails, spelled-out ones too («ivanov (собака) mail точка ru»), and pages of persons. */
export function foundContacts(text: string): readonly Found[] {
  if (!ANY_CONTACT.test(text)) return [];
  return [...MAILS, PAGE, ...HANDLES].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: run, index }) => ({
      kind: 'EMAIL' as const,
      start: index,
      end: index + run.length,
    })),
  );
}
