import { letterText } from '@otklik/contracts/texts';
import { answerPath } from '@otklik/contracts/public-address';
import type { Letter } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { addressOf } from '../../letters/application/letter-files.js';
import { oneLine, type LetterStyle } from '../../letters/application/letter.js';
import { CONFIRM_WITHIN_HOURS, type Subject } from '../store/subscriptions.js';

type Written = Pick<Letter, 'subject' | 'text'>;
type Named = Pick<District, 'code' | 'name' | 'topics' | 'settlements'>;
/** Links need the public address. */
type Style = Pick<LetterStyle, 'language'> & { readonly publicUrl: string };

export interface SentAnswer {
  /** The publication's id. */
  readonly publication: string;
  readonly title: string;
}

/** The pages have the rest. */
const MAX_LINES = 30;

/** `link`: its secret part. */
export function writeConfirmation(subject: Subject, link: string, district: Named, style: Style): Written {
  const { language, publicUrl } = style;
  const values = {
    about: aboutOf(subject, district, style),
    link: addressOf(publicUrl, district.code, `subscribe/${link}`),
    hours: `${CONFIRM_WITHIN_HOURS}`,
    district: district.name,
  };
  return {
    subject: oneLine(letterText('SUBSCRIPTION.subject', language, values)),
    text: letterText('SUBSCRIPTION.body', language, values),
  };
}

/** Titles and addresses of answers that all may read. `end`: address of the page that ends the subscription. */
export function writeAnswers(
  subject: Subject,
  answers: readonly SentAnswer[],
  { end, district, style }: { readonly end: string; readonly district: Named; readonly style: Style },
): Written {
  const { language, publicUrl } = style;
  const root = publicUrl.replace(/\/+$/, '');
  const lines = answers
    .slice(0, MAX_LINES)
    .map(({ title, publication }) => `${oneLine(title)}\n${root}${answerPath(district.code, publication)}`);
  const rest = answers.length > MAX_LINES ? [letterText('ANSWERS.more', language, {})] : [];
  const values = {
    about: aboutOf(subject, district, style),
    answers: [...lines, ...rest].join('\n\n'),
    all: addressOf(publicUrl, district.code, 'answers'),
    end,
    district: district.name,
  };
  return {
    subject: oneLine(letterText('ANSWERS.subject', language, values)),
    text: letterText('ANSWERS.body', language, values),
  };
}

/** `Дороги, Томмот`, or all answers of the district. */
function aboutOf({ topic, settlement }: Subject, { topics, settlements }: Named, { language }: Style): string {
  const nameIn = (list: readonly { readonly code: string; readonly name: string }[], code: string): string =>
    list.find((one) => one.code === code)?.name ?? code;
  const named = [nameIn(topics, topic), nameIn(settlements, settlement)].filter((name) => name !== '').join(', ');
  return named === '' ? letterText('ANSWERS.all', language, {}) : named;
}
