import { isElsewhere, isSameMatter, matterOf } from './matter-words.js';

/** A known issue, as far as it tells which messages are about it. */
export interface IssueMatter {
  readonly title: string;
  readonly text: string;
  readonly topics: readonly string[];
  /** Empty: the whole district. */
  readonly settlements: readonly string[];
  readonly words: readonly string[];
}

export interface FittingMessage {
  readonly text: string;
  readonly settlement: string | undefined;
  /** As the rules propose it; undefined: not known. */
  readonly topic: string | undefined;
}

/**
 * Whether a message is proposed to be joined: nothing in it is elsewhere or about something else, and it names one of the issue's words
 * or, where the issue has none, is of its topic or the same matter by its words. The moderator has the last word.
 */
export function fitsIssue(issue: IssueMatter, { text, settlement, topic }: FittingMessage): boolean {
  const { settlements, topics, words } = issue;
  if (settlement !== undefined && settlements.length > 0 && !settlements.includes(settlement)) return false;
  if (topic !== undefined && !topics.includes(topic)) return false;
  const said = `${issue.title} ${issue.text}`;
  if (isElsewhere(matterOf(said), matterOf(text))) return false;
  if (words.length > 0) return words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  return topic !== undefined || isSameMatter(said, text);
}
