import type { KnownIssue } from '@otklik/contracts/generated/graphql';
import type { WrittenMatter } from './before-sending.js';

const MIN_LETTERS = 4;
/** Beginnings of words tell enough of their forms apart for this: «вода», «воду»; «вывозят», «вывозили». */
const BEGINNING = 4;
/** Without a topic that was chosen, the words have to say it. */
const LEAST_WORDS = 2;

/**
 * Known issues of which one seems to write: of the chosen topic, or with words in common where none was chosen, and of no other place.
 * The writer has the last word.
 */
export function nearIssues(
  issues: readonly KnownIssue[],
  { text, topic, settlement }: WrittenMatter,
): readonly KnownIssue[] {
  const written = beginnings(text);
  return issues.filter((issue) => {
    if (settlement !== '' && issue.settlements.length > 0 && !issue.settlements.includes(settlement)) return false;
    if (topic !== '') return issue.topics.includes(topic);
    const said = beginnings(`${issue.title} ${issue.text} ${issue.textSah ?? ''}`);
    return [...written].filter((word) => said.has(word)).length >= LEAST_WORDS;
  });
}

function beginnings(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= MIN_LETTERS).map((word) => word.slice(0, BEGINNING)));
}
