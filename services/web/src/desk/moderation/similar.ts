/** A message that is moderated, as far as likeness to others needs it. */
export interface Moderated {
  readonly id: string;
  readonly receivedAt: string;
  readonly settlement: string | undefined;
  readonly topic: string | undefined;
}

export interface Candidate {
  readonly id: string;
  readonly state: string;
  readonly receivedAt: string;
  readonly settlement: string | undefined;
  readonly topics: readonly string[];
}

/** What a candidate shares with the message. `days`: whole days between the two. */
export interface Likeness {
  readonly place: boolean;
  readonly topic: boolean;
  readonly days: number;
}

const MIN_WORD_LENGTH = 4;
const MAX_WORDS = 12;
const DAY_MS = 86_400_000;
/** An answer to these will never come, so nothing can be their duplicate; a duplicate has no answer of its own. */
const WITHOUT_ANSWER: ReadonlySet<string> = new Set(['SPAM', 'WITHDRAWN', 'DUPLICATE']);

/** A search for texts with the same words: the longest words of the text, without the operators of the query language. */
export function similarityQuery(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const unlike = [...new Set(words)].filter((word) => word.length >= MIN_WORD_LENGTH);
  const longest = new Set(unlike.toSorted((a, b) => b.length - a.length).slice(0, MAX_WORDS));
  return unlike.filter((word) => longest.has(word)).join(' ');
}

/** Whether the message may be joined to it. */
export function isJoinable(message: Moderated, candidate: Candidate): boolean {
  return candidate.id !== message.id && !WITHOUT_ANSWER.has(candidate.state);
}

export function likeness(message: Moderated, candidate: Candidate): Likeness {
  const apart = Math.abs(Date.parse(message.receivedAt) - Date.parse(candidate.receivedAt));
  return {
    place: message.settlement !== undefined && message.settlement === candidate.settlement,
    topic: message.topic !== undefined && candidate.topics.includes(message.topic),
    days: Math.floor(apart / DAY_MS),
  };
}
