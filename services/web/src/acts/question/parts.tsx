import { graphql } from '../../generated/gql.js';
import { t } from '../../words/words.js';
import { defineAct, type Inverse, type Nothing } from '../act.js';
import { textsOf, type Question, type QuestionScope } from '../card.js';
import { ComplainedDialog } from '../dialogs/complained-dialog.js';
import { SplitDialog } from '../dialogs/split-dialog.js';
import { ofQuestion } from './of-question.js';

export const split = defineAct({
  allowed: 'SPLIT_QUESTION',
  document: graphql(`
    mutation CardSplit($input: SplitQuestionInput!) {
      splitQuestion(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  words: () => t('card.split'),
  shortcut: 'KeyQ',
  form: (props, scope) => (
    <SplitDialog
      {...props}
      text={textsOf(scope)?.text ?? scope.card.text ?? ''}
      proposed={textsOf(scope)?.proposedParts ?? []}
    />
  ),
  input: (parts: readonly string[]) => ({ parts: [...parts] }),
  undo: () => undone(),
});

function undone(): Inverse {
  return { act: undoSplit, fields: {} };
}

export const undoSplit = defineAct({
  allowed: 'UNDO_SPLIT',
  document: graphql(`
    mutation CardUndoSplit($input: QuestionActInput!) {
      undoSplit(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  words: () => t('card.undoSplit'),
});

/** With each other question of the appeal that may be merged. */
export const merge = defineAct({
  allowed: 'MERGE_QUESTIONS',
  document: graphql(`
    mutation CardMerge($input: MergeQuestionsInput!) {
      mergeQuestions(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  each: ({ card, question }: QuestionScope) =>
    card.row.questions.filter((one) => one.id !== question.id && one.allowedActions.includes('MERGE_QUESTIONS')),
  words: (_, { ordinal }: Question) => t('card.merge', { ordinal }),
  input: (_: Nothing, __: QuestionScope, { id: from, version: fromVersion }: Question) => ({ from, fromVersion }),
});

export const undoMerge = defineAct({
  allowed: 'UNDO_MERGE',
  document: graphql(`
    mutation CardUndoMerge($input: QuestionActInput!) {
      undoMerge(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  words: () => t('card.undoMerge'),
});

export const noteComplainedOf = defineAct({
  allowed: 'NOTE_COMPLAINED_OF',
  document: graphql(`
    mutation CardNoteComplainedOf($input: NoteComplainedOfInput!) {
      noteComplainedOf(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  words: () => t('card.complained'),
  form: (props, scope) => (
    <ComplainedDialog {...props} question={scope.question.id} noted={textsOf(scope)?.complainedOf ?? []} />
  ),
  input: (of: readonly string[]) => ({ of: [...of] }),
});
