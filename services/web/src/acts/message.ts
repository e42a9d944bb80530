import { graphql } from '../generated/gql.js';
import type { SpamKind } from '../generated/enumerations.js';
import { t } from '../words/words.js';
import { defineAct, itself } from './act.js';

/** What one key says of a message that is not considered. */
export type OneKeySpam = Exclude<SpamKind, 'OTHER'>;

export const takeUpMessage = defineAct({
  allowed: 'TAKE_UP_MESSAGE',
  document: graphql(`
    mutation TakeUpMessage($input: AppealActInput!) {
      takeUpMessage(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  words: () => t('moderation.takeUp'),
  done: () => t('moderation.doneTakeUp'),
  shortcut: 'KeyY',
  look: 'main',
});

/** Accepted with a public text; its sender is informed by it at once. */
export const takeUpWithWords = defineAct({
  allowed: 'TAKE_UP_MESSAGE',
  document: graphql(`
    mutation TakeUpWithWords($input: TakeUpWithWordsInput!) {
      takeUpWithWords(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: () => t('moderation.doneTakeUpWith'),
});

/** The appeal that it belongs to, by its id and as it is called. */
export interface JoinedTo {
  readonly of: string;
  readonly number: string;
}

export const markAsDuplicate = defineAct({
  allowed: 'MARK_AS_DUPLICATE',
  document: graphql(`
    mutation MarkAsDuplicate($input: MarkAsDuplicateInput!) {
      markAsDuplicate(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  words: () => t('moderation.joinTo'),
  done: ({ number }: JoinedTo) => t('moderation.doneJoin', { number }),
  shortcut: 'KeyD',
  input: ({ of }: JoinedTo) => ({ of }),
});

export const answerAtOnce = defineAct({
  allowed: 'ANSWER_AT_ONCE',
  document: graphql(`
    mutation AnswerAtOnce($input: AnswerAtOnceInput!) {
      answerAtOnce(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: () => t('moderation.doneAnswer'),
});

export const markAsSpam = defineAct({
  allowed: 'MARK_AS_SPAM',
  document: graphql(`
    mutation MarkAsSpam($input: MarkAsSpamInput!) {
      markAsSpam(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: ({ kind }: { readonly kind: OneKeySpam }) => t(`moderation.done${kind}`),
});

/** It stays in the list, above the others. */
export const escalateUrgently = defineAct({
  allowed: 'ESCALATE_URGENTLY',
  document: graphql(`
    mutation EscalateUrgently($input: EscalateUrgentlyInput!) {
      escalateUrgently(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: () => t('moderation.doneUrgent'),
});

/** Within the seconds that the screen gives for it. */
export const takeBackDecision = defineAct({
  allowed: 'TAKE_BACK_DECISION',
  document: graphql(`
    mutation TakeBackDecision($input: AppealReasonInput!) {
      takeBackDecision(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: () => t('moderation.doneUndo'),
  shortcut: 'KeyZ',
});

export const registerAppealDocument = graphql(`
  mutation RegisterAppeal($input: AppealActInput!) {
    registerAppeal(input: $input) {
      __typename
      ... on Change {
        id
        number
        version
      }
      ...RefusalFields
    }
  }
`);

export const registerAppeal = defineAct({
  allowed: 'REGISTER_APPEAL',
  document: registerAppealDocument,
  many: graphql(`
    mutation WorklistRegister($input: AppealActsInput!) {
      registerAppeals(input: $input) {
        id
        result {
          __typename
          ... on Change {
            number
            version
          }
          ...RefusalFields
        }
      }
    }
  `),
  of: itself,
  words: () => t('registration.register'),
  done: () => t('registration.done'),
  shortcut: 'KeyY',
  look: 'main',
});
