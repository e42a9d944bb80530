import { letterText, type TextLanguage } from '@otklik/contracts/texts';
import type { TopicAnswered } from '@otklik/contracts/topic-answers';

/** In a covering letter: what the sender gave beside the words of the question. */
export interface GivenBeside {
  readonly place?: string;
  /** `<latitude>,<longitude>` of what was marked on the map. */
  readonly point?: string | undefined;
  /** What the form asked about the chosen topic, and the answers. */
  readonly answers?: readonly TopicAnswered[];
}

/** The words of the question with all of it below. */
export function withGiven(
  { text = '', place = '', point, answers = [] }: GivenBeside & { readonly text: string | undefined },
  language: TextLanguage,
): string {
  return [
    text,
    ...answers.map(({ question, answer }) => `${question} — ${answer}`),
    ...(place === '' ? [] : [letterText('COVERING.place', language, { place })]),
    ...(point === undefined ? [] : [letterText('COVERING.point', language, { point: point.replace(',', ', ') })]),
  ].join('\n\n');
}
