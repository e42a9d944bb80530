import { graphql } from '../../generated/gql.js';
import { t } from '../../words/words.js';
import { actionTitle, defineAct, type FormProps, type Inverse } from '../act.js';
import { asksText } from '../asked.js';
import { textsOf, type QuestionScope } from '../card.js';
import { CoExecutorsDialog } from '../dialogs/co-executors-dialog.js';
import { DonePartDialog } from '../dialogs/done-part-dialog.js';
import { asHelpers, helpersOf } from './helpers.js';
import { ofQuestion } from './of-question.js';

export const assignCoExecutors = defineAct({
  allowed: 'ASSIGN_CO_EXECUTORS',
  document: graphql(`
    mutation CardCoExecutors($input: AssignCoExecutorsInput!) {
      assignCoExecutors(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  words: () => t('card.assignCoExecutors'),
  form: (props, scope) => <CoExecutorsDialog {...props} former={helpersOf(scope)} />,
  undo: (scope): Inverse | undefined => {
    const fields = asHelpers(scope);
    return fields && { act: assignCoExecutors, fields };
  },
});

export const finishPart = defineAct({
  allowed: 'FINISH_PART',
  document: graphql(`
    mutation CardFinishPart($input: FinishPartInput!) {
      finishPart(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'daily',
  each: ownParts,
  words: (_, { title }) => title,
  form: (props: FormProps<string>, _, { title }) => <DonePartDialog {...props} title={title} />,
  input: (text: string, _, { whose }) => ({ ...(text && { text }), ...whose }),
});

export const contribute = defineAct({
  allowed: 'ADD_CONTRIBUTION',
  document: graphql(`
    mutation CardContribute($input: AddContributionInput!) {
      addContribution(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'daily',
  words: () => t('card.contribute'),
  form: asksText('text', { title: 'card.contribute', label: 'card.contributeText', submit: 'card.contribute' }),
});

interface OwnPart {
  readonly id: string;
  /** Its id, or its code. */
  readonly whose: { readonly official: string } | { readonly department: string };
  /** Says whose part it is. */
  readonly title: string;
}

/** What waits for the official: his own part, a department's of his, that of an absent official whom he substitutes. */
function ownParts(scope: QuestionScope): readonly OwnPart[] {
  const own = (textsOf(scope)?.parts ?? []).filter(({ mine, doneAt }) => mine && !doneAt);
  return own.flatMap(({ official, department }): readonly OwnPart[] => {
    if (department) {
      const title = t('card.partDoneOf', { name: department.name });
      return [{ id: department.code, whose: { department: department.code }, title }];
    }
    if (!official) return [];
    const { id, name } = official;
    const title = id === scope.viewer ? actionTitle('FINISH_PART') : t('card.partDoneFor', { name });
    return [{ id, whose: { official: id }, title }];
  });
}

/** Who works on a question with its executor, what each prepares, gives and has done. */
export const coExecutorActs = [assignCoExecutors, finishPart, contribute];
