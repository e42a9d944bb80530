import { assertNever } from '@otklik/kernel';
import type { PublishedAppeal } from './appeal.js';
import type { SaidOfAppeal as Fact } from './events.js';
import type { Who } from './states-after.js';

/** What happened to a message in its network. */
export interface SourcePart {
  /** Sealed texts in the order of receipt, without the registered one. */
  readonly editions: readonly { readonly text: string; readonly at: string }[];
  readonly removedAt?: string;
  /** As they were counted last; absent where they are not known. */
  readonly likes?: number;
}

export type SourceFact = Extract<
  Fact,
  { type: 'EditedAtSource' | 'RemovedAtSource' | 'RestoredAtSource' | 'ReactionsMeasured' | InHistoryAlone }
>;

/** Whether the author accepts private messages is published with the channels of an answer. */
type InHistoryAlone = 'OwnMessageSeen' | 'OwnMessageRead' | 'MessagesBlocked' | 'MessagesAllowed';

const types: ReadonlySet<Fact['type']> = new Set<SourceFact['type']>([
  'EditedAtSource',
  'RemovedAtSource',
  'RestoredAtSource',
  'OwnMessageSeen',
  'OwnMessageRead',
  'MessagesBlocked',
  'MessagesAllowed',
  'ReactionsMeasured',
]);

export function isSourceFact(fact: Fact): fact is SourceFact {
  return types.has(fact.type);
}

export const asWritten: SourcePart = { editions: [] };

/** Of the message that began the case; by the network's clock where it tells, else by ours. */
export function sourcePart(
  { received, atSource: part = asWritten }: PublishedAppeal,
  fact: SourceFact,
  who: Who,
): SourcePart {
  if (fact.type === 'ReactionsMeasured') return withLikes(part, fact);
  // Changes of other messages of the thread are in the history alone.
  return isAbout(received?.source?.message, fact) ? changed(part, fact, who) : part;
}

type OfMessage = Exclude<SourceFact, { type: InHistoryAlone | 'ReactionsMeasured' }>;

const ofMessage: ReadonlySet<string> = new Set<OfMessage['type']>([
  'EditedAtSource',
  'RemovedAtSource',
  'RestoredAtSource',
]);

/** Of the message that began the case. A count that is missing is not known, whatever it was before. */
function withLikes(part: SourcePart, { data }: Extract<SourceFact, { type: 'ReactionsMeasured' }>): SourcePart {
  const sample = data.samples.find(({ metric }) => metric === 'LIKES');
  if (data.target !== 'CITIZEN_MESSAGE' || !sample) return part;
  const { likes: _likes, ...kept } = part;
  return sample.value === null ? kept : { ...kept, likes: sample.value };
}

function isAbout(
  message: string | undefined,
  fact: Exclude<SourceFact, { type: 'ReactionsMeasured' }>,
): fact is OfMessage {
  return ofMessage.has(fact.type) && (fact as OfMessage).data.message === message;
}

function changed(part: SourcePart, fact: OfMessage, who: Who): SourcePart {
  switch (fact.type) {
    case 'EditedAtSource':
      return { ...part, editions: [...part.editions, { text: fact.data.text, at: fact.data.at ?? who.at }] };
    case 'RemovedAtSource':
      return { ...part, removedAt: fact.data.at ?? who.at };
    case 'RestoredAtSource': {
      const { removedAt: _removedAt, ...kept } = part;
      return kept;
    }
    default:
      return assertNever(fact);
  }
}
