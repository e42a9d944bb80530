import { dateText, letterText } from '@otklik/contracts/texts';
import type { Letter } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { SearchNews } from '../../news/application/count-news.js';
import { newsLink } from '../../news/application/news-link.js';
import { isEmpty, type Digest, type DigestDays, type DueQuestion } from '../domain/digest.js';
import type { LetterStyle } from '../../letters/application/letter.js';
import { deskAddress } from './official-post.js';

/** The lists of the desk have the rest. */
const MAX_LINES = 30;

/** Numbers of appeals, days and links: nothing of residents, nor names and words of searches. */
export function writeDigest(
  { digest, news }: { readonly digest: Digest; readonly news: readonly SearchNews[] },
  { today, next }: DigestDays,
  district: Pick<District, 'code' | 'name'>,
  style: LetterStyle,
): Pick<Letter, 'subject' | 'text'> {
  const { language } = style;
  const day = (date: string): string => dateText(date, language);
  const desk = deskAddress(style, district.code);
  const line = ({ number, dueOn, appeal }: DueQuestion): string =>
    letterText(desk === undefined ? 'DIGEST.line' : 'DIGEST.linkedLine', language, {
      number,
      day: day(dueOn),
      link: `${desk}/card/${appeal}`,
    });
  const part = (name: keyof Digest): readonly string[] => {
    const questions = digest[name];
    if (questions.length === 0) return [];
    const head = letterText(`DIGEST.${name}`, language, { count: `${questions.length}`, next: day(next) });
    const more = questions.length - MAX_LINES;
    const rest = more > 0 ? [letterText('DIGEST.more', language, { count: `${more}` })] : [];
    return [[head, ...questions.slice(0, MAX_LINES).map(line), ...rest].join('\n')];
  };
  const parts = (['overdue', 'today', 'next', 'given', 'parts', 'escalated'] as const).flatMap(part);
  const all = [...parts, ...news.map((one) => newsLine(one, style))].join('\n\n');
  const link = desk === undefined ? '' : letterText('DIGEST.desk', language, { link: desk });
  const values = { parts: all, link, district: district.name, day: day(today) };
  return {
    subject: letterText(isEmpty(digest) ? 'DIGEST.newsSubject' : 'DIGEST.subject', language, values),
    text: letterText('DIGEST.body', language, values),
  };
}

function newsLine({ search, count, since }: SearchNews, style: LetterStyle): string {
  const link = newsLink(style, search, since);
  if (link === undefined) return letterText('DIGEST.news', style.language, { count: `${count}` });
  return letterText('DIGEST.linkedNews', style.language, { count: `${count}`, link });
}
