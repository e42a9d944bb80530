import { dayIn, dayMonth, timeOfDay } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import { shownTerms, type HistoryFact, type HistoryLine } from './history-lines.js';
import { historyWords } from './history-words.js';

type Term = NonNullable<HistoryFact['term']>;
type Ordinals = ReadonlyMap<string, number | null>;

/** What happened, in one line; of a card with several questions, with which of them. */
export function lineWords(line: HistoryLine, ordinals: Ordinals, zone: string): string {
  const what = factWords(line, ordinals, zone);
  const ordinal = ordinals.size > 1 ? ordinals.get(line.fact.question ?? '') : undefined;
  return ordinal === undefined || ordinal === null ? what : t('card.historyOfQuestion', { ordinal, what });
}

function factWords({ fact, terms, before }: HistoryLine, ordinals: Ordinals, zone: string): string {
  const { type, term, into, changes } = fact;
  if (changes.length > 0) return changes.map(changeWords).join('; ');
  if (into.length > 0) return splitWords(fact, ordinals);
  if (terms.length > 0) return termsWords({ fact, terms, before }, zone);
  if (type === 'DEADLINE_NEAR' && term) return t('card.historyNear', { ...warned(term), share: term.share });
  if (type === 'DEADLINE_MISSED' && term) return t('card.historyMissed', warned(term));
  return historyWords(fact);
}

function termsWords({ fact: { type, title, term }, terms, before }: HistoryLine, zone: string): string {
  const { first } = shownTerms(terms);
  const said = { count: first.length, terms: listOf(first, zone, before) };
  if (type !== 'DEADLINE_SET') return t('card.historyWith', { title, ...said });
  return term?.reason
    ? t('card.historyRecounted', { ...said, why: t(`card.reason${term.reason}`) })
    : t('card.historySet', said);
}

/**
 * What is under the line once the history is unfolded: terms that bind only if it is decided otherwise, or the parts.
 */
export function moreWords(
  { fact, terms }: HistoryLine,
  ordinals: Ordinals,
  { zone, textOf }: { readonly zone: string; readonly textOf: (question: string) => string | null | undefined },
): string | undefined {
  const { question, into, text } = fact;
  if (terms.length > 0) return listOf(shownTerms(terms).others, zone) || text || undefined;
  if (into.length === 0 || question === null) return text || undefined;
  const parts = [[question, text] as const, ...into.map((id) => [id, textOf(id)] as const)];
  const told = parts.filter(([, part]) => part);
  return told.map(([id, part]) => t('card.historyPart', { ordinal: ordinals.get(id), text: part })).join('\n');
}

/** «Было → стало». */
function changeWords({ of, was, is }: HistoryFact['changes'][number]): string {
  return t('card.historyChange', { of, was: was ?? t('card.historyWas'), is: is ?? t('card.historyIs') });
}

function splitWords({ question, into, title }: HistoryFact, ordinals: Ordinals): string {
  const parts = [...(question === null ? [] : [question]), ...into].flatMap((id) => ordinals.get(id) ?? []);
  return parts.length > 1 ? t('card.historySplit', { ordinals: parts.join(', ') }) : title;
}

function warned({ duty, dueOn }: Term): { readonly term: string; readonly date: string } {
  return { term: t('card.historyWarned', { duty }), date: dayMonth(dueOn) };
}

function listOf(facts: readonly HistoryFact[], zone: string, moved?: string): string {
  return facts.flatMap(({ rule, term }) => (term ? [termWords(term, rule, { zone, moved })] : [])).join('; ');
}

const byRule = new Set(['COMPLAINT', 'COURT', 'UNREADABLE', 'UNCLEAR', 'PUBLISHED']);

function termWords(
  { duty, dueOn, dueAt, before }: Term,
  rule: string | null,
  { zone, moved }: { readonly zone: string; readonly moved: string | undefined },
): string {
  const date = dueAt ? `${dayMonth(dayIn(zone, dueAt))}, ${timeOfDay(dueAt, zone)}` : dayMonth(dueOn);
  const term = t('card.historyTerm', { what: rule !== null && byRule.has(rule) ? rule : duty, date });
  const earlier = before ?? (duty === 'ANSWER' ? moved : undefined);
  return earlier === undefined ? term : t('card.historyTermBefore', { term, before: dayMonth(earlier) });
}
