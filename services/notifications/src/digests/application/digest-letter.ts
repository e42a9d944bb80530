import { dateText, letterText } from '@otklik/contracts/texts';
import type { Letter } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { Digest, DigestDays, DueQuestion } from '../domain/digest.js';
import type { LetterStyle } from '../../letters/application/letter.js';
import { deskAddress } from './official-post.js';

/** The lists of the desk have the rest. */
const MAX_LINES = 30;

/** Numbers of appeals, days and links: nothing of residents. */
export function writeDigest(
  digest: Digest,
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
  const parts = (['overdue', 'today', 'next', 'given', 'parts', 'escalated'] as const).flatMap(part).join('\n\n');
  const link = desk === undefined ? '' : letterText('DIGEST.desk', language, { link: desk });
  const values = { parts, link, district: district.name, day: day(today) };
  return {
    subject: letterText('DIGEST.subject', language, values),
    text: letterText('DIGEST.body', language, values),
  };
}
