import type { PublishedAppeal } from './appeal.js';
import type { SaidOfAppeal as Fact } from './events.js';
import type { DataOfFact, Who } from './states-after.js';
import type { Steps } from './steps.js';

/** What happened to a message in its network. */
export interface SourcePart {
  /** Sealed texts in the order of receipt, without the registered one. */
  readonly editions: readonly { readonly text: string; readonly at: string }[];
  readonly removedAt?: string;
  /** As they were counted last; absent where they are not known. */
  readonly likes?: number;
}

type SourceFact = Extract<
  Fact,
  { type: `${string}AtSource` | 'ReactionsMeasured' | `OwnMessage${string}` | `Messages${string}` }
>;

export const asWritten: SourcePart = { editions: [] };

/** Of the message that began the case; by the network's clock where it tells, else by ours. */
export const sourceSteps: Steps<SourceFact, PublishedAppeal> = {
  EditedAtSource: ofItsMessage((part, { text, at }, who) => ({
    ...part,
    editions: [...part.editions, { text, at: at ?? who.at }],
  })),
  RemovedAtSource: ofItsMessage((part, { at }, who) => ({ ...part, removedAt: at ?? who.at })),
  RestoredAtSource: ofItsMessage(({ removedAt: _removedAt, ...kept }) => kept),
  ReactionsMeasured: (appeal, data) => ({ ...appeal, atSource: withLikes(appeal.atSource ?? asWritten, data) }),
  OwnMessageSeen: unchanged,
  OwnMessageRead: unchanged,
  // Whether the author accepts private messages is published with the channels of an answer.
  MessagesBlocked: unchanged,
  MessagesAllowed: unchanged,
};

function unchanged(appeal: PublishedAppeal): PublishedAppeal {
  return { ...appeal, atSource: appeal.atSource ?? asWritten };
}

/** Changes of other messages of the thread are in the history alone. */
function ofItsMessage<Data extends { readonly message: string }>(
  change: (part: SourcePart, data: Data, who: Who) => SourcePart,
): (appeal: PublishedAppeal, data: Data, who: Who) => PublishedAppeal {
  return (appeal, data, who) => {
    if (appeal.received?.source?.message !== data.message) return unchanged(appeal);
    return { ...appeal, atSource: change(appeal.atSource ?? asWritten, data, who) };
  };
}

/** Of the message that began the case. A count that is missing is not known, whatever it was before. */
function withLikes(part: SourcePart, { target, samples }: DataOfFact<Fact, 'ReactionsMeasured'>): SourcePart {
  const sample = samples.find(({ metric }) => metric === 'LIKES');
  if (target !== 'CITIZEN_MESSAGE' || !sample) return part;
  const { likes: _likes, ...kept } = part;
  return sample.value === null ? kept : { ...kept, likes: sample.value };
}
