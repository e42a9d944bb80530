import { graphql } from '../generated/gql.js';
import type { OralOutcome } from '../generated/enumerations.js';
import { t } from '../words/words.js';
import { defineAct, itself } from './act.js';

/** The public words of an answer that was held back; without words nothing is said there. */
export const releaseNotice = defineAct({
  allowed: 'RELEASE_NOTICE',
  document: graphql(`
    mutation CardReleaseNotice($input: ReleaseNoticeInput!) {
      releaseNotice(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
});

/** An answer that a person places where the network lets no program: the link proves it; without one it was not placed. */
export const recordPlacedNotice = defineAct({
  allowed: 'RECORD_PLACED_NOTICE',
  document: graphql(`
    mutation RecordPlacedNotice($input: RecordPlacedNoticeInput!) {
      recordPlacedNotice(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
});

interface Told {
  readonly outcome: OralOutcome;
  readonly said: string;
}

export const recordOralNotice = defineAct({
  allowed: 'RECORD_ORAL_NOTICE',
  document: graphql(`
    mutation RecordOralNotice($input: RecordOralNoticeInput!) {
      recordOralNotice(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: ({ outcome }: Told) => t(`calls.done${outcome}`),
});

export const recordCallAttempt = defineAct({
  allowed: 'RECORD_CALL_ATTEMPT',
  document: graphql(`
    mutation RecordCallAttempt($input: RecordCallAttemptInput!) {
      recordCallAttempt(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: ({ result }) => t(`calls.result${result}`),
});

/** What an official's own program made over the letter's file. */
export const attachSignature = defineAct({
  allowed: 'ATTACH_SIGNATURE',
  document: graphql(`
    mutation AttachSignature($input: AttachSignatureInput!) {
      attachSignature(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
});

export const recordPosting = defineAct({
  allowed: 'RECORD_POSTING',
  document: graphql(`
    mutation RecordPosting($input: RecordPostingInput!) {
      recordPosting(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: ({ number }) => t('post.done', { number }),
});

/** Of a message of the feedback platform: an official entered it there. */
export const recordInPos = defineAct({
  allowed: 'RECORD_IN_POS',
  document: graphql(`
    mutation RecordInPos($input: RecordInPosInput!) {
      recordInPos(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: () => t('pos.done'),
});

/** Of letters that were sent together: means and day are the same of all. */
export const recordPostings = graphql(`
  mutation RecordPostings($input: RecordPostingsInput!) {
    recordPostings(input: $input) {
      id
      result {
        __typename
        ... on Change {
          version
        }
        ...RefusalFields
      }
    }
  }
`);

/** Of a letter that left by post: that it was delivered, or came back. */
export const recordLetterOutcome = defineAct({
  allowed: 'RECORD_LETTER_OUTCOME',
  document: graphql(`
    mutation RecordLetterOutcome($input: RecordLetterOutcomeInput!) {
      recordLetterOutcome(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: ({ outcome }) => t(`post.outcome${outcome}`),
});

/** Of a message whose end in a network is not known. */
export const settleUnknownNotice = defineAct({
  allowed: 'SETTLE_UNKNOWN_NOTICE',
  document: graphql(`
    mutation SettleUnknownNotice($input: SettleUnknownNoticeInput!) {
      settleUnknownNotice(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
});
