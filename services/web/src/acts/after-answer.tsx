import { graphql } from '../generated/gql.js';
import { t } from '../words/words.js';
import { defineAct } from './act.js';
import type { Card } from './card.js';

export type Supplement = Card['supplements'][number];

/** What is done about an addition, with words for the one who wrote it. */
export interface AfterAnswerScope {
  readonly card: Card;
  /** The addition that was read. */
  readonly supplement: Supplement;
  /** The question comes back to the official, who writes the other answer. */
  readonly isExecutor: boolean;
}

const ofAppeal = ({ card }: AfterAnswerScope) => card.row;

/** A reply is posted under a comment, in a dialogue, or sent by the sender's other channel. */
export const replyToSupplement = defineAct({
  allowed: 'REPLY_TO_SUPPLEMENT',
  document: graphql(`
    mutation CardReplyToSupplement($input: ReplyToSupplementInput!) {
      replyToSupplement(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  words: ({ card: { source } }) => {
    if (source?.kind === 'COMMENT') return t('card.replyInThread');
    return t(source ? 'card.replyInDialogue' : 'card.replyShort');
  },
  shortcut: 'KeyB',
  input: (text: string, { supplement }) => ({ supplement: supplement.id, text }),
});

export const reopenOnSupplement = defineAct({
  allowed: 'REOPEN_ON_SUPPLEMENT',
  document: graphql(`
    mutation CardReopenOnSupplement($input: ReopenOnSupplementInput!) {
      reopenOnSupplement(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  words: ({ isExecutor }) => t(isExecutor ? 'card.answerAgain' : 'card.returnToWork'),
  shortcut: 'KeyU',
  input: (words: string, { supplement }) => ({ supplement: supplement.id, ...(words !== '' && { words }) }),
});

export const acknowledgeSupplement = defineAct({
  allowed: 'ACKNOWLEDGE_SUPPLEMENT',
  document: graphql(`
    mutation CardAcknowledgeSupplement($input: AppealActInput!) {
      acknowledgeSupplement(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  words: () => t('card.acknowledge'),
});
