/** A published answer, and which of the words that were asked for it has. */
export interface NearAnswer {
  readonly id: string;
  /** Codes; null: none is known. */
  readonly topic: string | null;
  readonly settlement: string | null;
  /** Words of the asked text, by their place there. */
  readonly words: readonly number[];
}

/** What one is about to send. */
export interface AskedMatter {
  readonly topic?: string;
  readonly settlement?: string;
  /** How many words of it tell something. */
  readonly words: number;
}

const MAX_SHOWN = 3;
/** So many words in common are chance, where neither topic nor place says the same. */
const LEAST_WORDS = 3;
/** Of the words of a text, so many are in common with what is about the same. */
const LEAST_SHARE = 0.2;
/** A long text has more to say than an answer has words for. */
const ENOUGH_WORDS = 6;

/**
 * The ids of the nearest, the best first: words that few answers have count more. One of another topic or place than was chosen has to
 * have more in common, and one of the same less.
 */
export function nearestAnswers(answers: readonly NearAnswer[], asked: AskedMatter): readonly string[] {
  const having = new Map<number, number>();
  for (const { words } of answers) for (const word of words) having.set(word, (having.get(word) ?? 0) + 1);
  const weightOf = (word: number): number => Math.log(1 + answers.length / having.get(word)!);
  return answers
    .filter((answer) => isNear(answer, asked))
    .map((answer) => ({ answer, weight: answer.words.reduce((sum, word) => sum + weightOf(word), kin(answer, asked)) }))
    .toSorted((one, other) => other.weight - one.weight || one.answer.id.localeCompare(other.answer.id))
    .slice(0, MAX_SHOWN)
    .map(({ answer }) => answer.id);
}

function isNear(answer: NearAnswer, asked: AskedMatter): boolean {
  const least = Math.max(2, LEAST_WORDS - kin(answer, asked));
  const share = Math.min(ENOUGH_WORDS, Math.ceil(asked.words * LEAST_SHARE));
  return answer.words.length >= Math.max(least, share);
}

/** What was chosen and is the same, less what is another. */
function kin({ topic, settlement }: NearAnswer, asked: AskedMatter): number {
  return alike(asked.topic, topic) + alike(asked.settlement, settlement);
}

function alike(asked: string | undefined, of: string | null): number {
  if (asked === undefined || of === null) return 0;
  return asked === of ? 1 : -1;
}
