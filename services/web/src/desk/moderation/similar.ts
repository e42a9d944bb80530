import { isElsewhere, isSameMatter, longWords, matterOf, sharesAny, shareOfWords } from './matter-words.js';

/** A message that is moderated, as far as likeness to others needs it. */
export interface Moderated {
  readonly id: string;
  readonly receivedAt: string;
  readonly settlement: string | undefined;
  readonly topic: string | undefined;
  readonly text: string;
  /** The post above it. */
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
  /** Both stand under the same post. */
  readonly post: boolean;
  /** Under the same post it is the same matter: there a few words tell it. */
  readonly matter: boolean;
  /** Both say the same, word for word or nearly so. */
  readonly same: boolean;
  /** Of the message's words, in any form. */
  readonly share: number;
}

const DAY_MS = 86_400_000;
/** An answer to these will never come, so nothing can be their duplicate; a duplicate has no answer of its own. */
const WITHOUT_ANSWER: ReadonlySet<string> = new Set([
  ...['SPAM', 'ANSWERED_AT_ONCE', 'WITHDRAWN', 'STRUCK', 'DUPLICATE'],
  ...['CLOSED_BY_OLD_JOURNAL', 'REMOVED_WITH_OLD_JOURNAL'],
]);

/** A search for texts with the same words: the longest words of the text, without the operators of the query language. */
export function similarityQuery(text: string): string {
  return longWords(text).join(' ');
}

/** Considered to its end. */
const ENDED: ReadonlySet<string> = new Set(['ANSWERED', 'FORWARDED', 'LEFT_UNANSWERED']);
const ENOUGH_WORDS = 0.5;
const NEARLY_ALL_WORDS = 0.8;
/** Fewer words, as in «поддерживаю» and «пахнет газом в подъезде», are said of anything, anywhere. */
const WORDS_OF_A_MATTER = 4;

/**
 * What is proposed without being chosen: what is considered already, and is the same matter under the same post, says the
 * same, or is of the same place and the same by its topic or its words. What was answered before today may have come back.
 */
export function isProposed(state: string, like: Likeness): boolean {
  if (state === 'RECEIVED' || (ENDED.has(state) && like.days > 0)) return false;
  return like.matter || like.same || ((like.place || like.street) && (like.topic || like.words));
}

interface Ranked {
  readonly row: { readonly state: string };
  readonly like: Likeness;
}

/** What is considered goes before what still waits itself, what is proposed before all, with the most words in common; else as found. */
export function bestFirst<One extends Ranked>(found: readonly One[]): readonly One[] {
  const rank = ({ row, like }: One): number => (isProposed(row.state, like) ? 0 : row.state === 'RECEIVED' ? 2 : 1);
  const closeness = (one: One): number => (rank(one) === 0 ? Number(one.like.post) + one.like.share : 0);
  return found.toSorted((a, b) => rank(a) - rank(b) || closeness(b) - closeness(a));
}

/** Whether the message may be joined to it. */
export function isJoinable(message: Moderated, candidate: Candidate): boolean {
  // What waits under the same post is shown beside it already, with one act for all of it.
  const standsBeside = candidate.state === 'RECEIVED' && message.post !== undefined && candidate.post === message.post;
  return candidate.id !== message.id && !WITHOUT_ANSWER.has(candidate.state) && !standsBeside;
}

export function likeness(message: Moderated, candidate: Candidate): Likeness {
  const apart = Math.abs(Date.parse(message.receivedAt) - Date.parse(candidate.receivedAt));
  const [one, other] = [matterOf(message.text), matterOf(candidate.text)];
  const street = sharesAny(one.streets, other.streets);
  const place = compared(message.settlement, candidate.settlement);
  const post = compared(message.post, candidate.post) === 'SAME';
  const share = shareOfWords(one.words, longWords(candidate.text, Infinity));
  // That one names a street and the other none may be two places.
  const isOnePlace = place !== 'OTHER' && (street || one.streets.size + other.streets.size === 0);
  return {
    place: (place === 'SAME' || post) && !isElsewhere(one, other),
    words: share >= ENOUGH_WORDS,
    matter: post && share > 0 && isSameMatter(candidate.text, message.text),
    same: isOnePlace && saysTheSame(message.text, candidate.text),
    topic: message.topic !== undefined && candidate.topics.includes(message.topic),
    days: Math.floor(apart / DAY_MS),
    street,
    post,
    share,
  };
}

function compared(one: string | undefined, other: string | undefined): 'SAME' | 'OTHER' | 'UNKNOWN' {
  if (one === undefined || other === undefined) return 'UNKNOWN';
  return one === other ? 'SAME' : 'OTHER';
}

function saysTheSame(one: string, other: string): boolean {
  const [words, others] = [one, other].map((text) => matterOf(text).words) as [readonly string[], readonly string[]];
  const share = Math.min(shareOfWords(words, others), shareOfWords(others, words));
  return words.length >= WORDS_OF_A_MATTER && share >= NEARLY_ALL_WORDS;
}
