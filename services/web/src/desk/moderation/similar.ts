import { longWords, matterOf, sharesAny, shareOfWords } from './matter-words.js';

/** A message that is moderated, as far as likeness to others needs it. */
export interface Moderated {
  readonly id: string;
  readonly receivedAt: string;
  readonly settlement: string | undefined;
  readonly topic: string | undefined;
  readonly text: string;
  /** The post under which it stands. */
  readonly post: string | undefined;
}

export interface Candidate {
  readonly id: string;
  readonly state: string;
  readonly receivedAt: string;
  readonly settlement: string | undefined;
  readonly topics: readonly string[];
  readonly text: string;
  readonly post: string | undefined;
}

/** What a candidate shares with the message. `days`: whole days between the two. */
export interface Likeness {
  readonly place: boolean;
  /** Both name the same street. */
  readonly street: boolean;
  readonly topic: boolean;
  /** Half of the message's words, in any form. */
  readonly words: boolean;
  readonly days: number;
}

const DAY_MS = 86_400_000;
/** An answer to these will never come, so nothing can be their duplicate; a duplicate has no answer of its own. */
const WITHOUT_ANSWER: ReadonlySet<string> = new Set([
  ...['SPAM', 'ANSWERED_AT_ONCE', 'WITHDRAWN', 'STRUCK', 'DUPLICATE'],
]);

/** A search for texts with the same words: the longest words of the text, without the operators of the query language. */
export function similarityQuery(text: string): string {
  return longWords(text).join(' ');
}

const ENOUGH_WORDS = 0.5;

/** What is proposed without being chosen: what is considered already, of the same place, the same by its topic or its words. */
export function isProposed(state: string, { place, street, topic, words }: Likeness): boolean {
  return state !== 'RECEIVED' && (place || street) && (topic || words);
}

/** What is considered goes before what still waits itself; else as the search found it. */
export function casesFirst<One extends { readonly row: { readonly state: string } }>(
  found: readonly One[],
): readonly One[] {
  return found.toSorted((a, b) => Number(a.row.state === 'RECEIVED') - Number(b.row.state === 'RECEIVED'));
}

/** Whether the message may be joined to it. */
export function isJoinable(message: Moderated, candidate: Candidate): boolean {
  // What waits under the same post stands beside already, with one act for all of it.
  const standsBeside = candidate.state === 'RECEIVED' && message.post !== undefined && candidate.post === message.post;
  return candidate.id !== message.id && !WITHOUT_ANSWER.has(candidate.state) && !standsBeside;
}

export function likeness(message: Moderated, candidate: Candidate): Likeness {
  const apart = Math.abs(Date.parse(message.receivedAt) - Date.parse(candidate.receivedAt));
  const [one, other] = [matterOf(message.text), matterOf(candidate.text)];
  const isElsewhere = one.streets.size > 0 && other.streets.size > 0 && !sharesAny(one.streets, other.streets);
  const isPlace = message.settlement !== undefined && message.settlement === candidate.settlement;
  const isPost = message.post !== undefined && message.post === candidate.post;
  return {
    place: (isPlace || isPost) && !isElsewhere,
    street: sharesAny(one.streets, other.streets),
    words: shareOfWords(one.words, longWords(candidate.text, Infinity)) >= ENOUGH_WORDS,
    topic: message.topic !== undefined && candidate.topics.includes(message.topic),
    days: Math.floor(apart / DAY_MS),
  };
}
