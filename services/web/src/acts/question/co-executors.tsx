import { graphql } from '../../generated/gql.js';
import { t } from '../../words/words.js';
import { actionTitle, defineAct, type FormProps, type Inverse } from '../act.js';
import { asksText } from '../asked.js';
import { textsOf, type QuestionScope } from '../card.js';
import { CoExecutorsDialog, type Parts } from '../dialogs/co-executors-dialog.js';
import { DonePartDialog } from '../dialogs/done-part-dialog.js';
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
  form: (props, scope) => {
    const { officials, departments } = helpersOf(scope);
    return <CoExecutorsDialog {...props} chosen={[...officials, ...departments]} parts={partsOf(scope)} />;
  },
  undo: asBefore,
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
  words: (_, { name }) => [actionTitle('FINISH_PART'), name].filter(Boolean).join(': '),
  form: (props: FormProps<string>) => <DonePartDialog {...props} />,
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
  readonly name?: string;
}

/** What waits for the official; whose part it is, is named where there is another one, or it is a department's. */
function ownParts(scope: QuestionScope): readonly OwnPart[] {
  const own = (textsOf(scope)?.parts ?? []).filter(({ mine, doneAt }) => mine && !doneAt);
  const isOnly = own.length === 1;
  return own.flatMap(({ official, department }): readonly OwnPart[] => {
    if (department) return [{ id: department.code, whose: { department: department.code }, name: department.name }];
    if (!official) return [];
    return [{ id: official.id, whose: { official: official.id }, ...(!isOnly && { name: official.name }) }];
  });
}

function helpersOf(scope: QuestionScope) {
  const { coExecutors = [], coDepartments = [] } = textsOf(scope) ?? {};
  return { officials: coExecutors.map(({ id }) => id), departments: coDepartments.map(({ code }) => code) };
}

function partsOf(scope: QuestionScope): Parts {
  const { parts = [] } = textsOf(scope) ?? {};
  return Object.fromEntries(
    parts.map(({ official, department, text, until }) => [
      official?.id ?? department?.code ?? '',
      { ...(text && { text }), ...(until && { until }) },
    ]),
  );
}

/** What was done of a part would be lost with the part given again: then there is no way back. */
function asBefore(scope: QuestionScope): Inverse | undefined {
  if (textsOf(scope)?.parts.some(({ doneAt }) => doneAt)) return undefined;
  const { officials, departments } = helpersOf(scope);
  const parts = partsOf(scope);
  const fields = {
    officials,
    departments,
    parts: [
      ...officials.map((official) => ({ official, ...parts[official] })),
      ...departments.map((department) => ({ department, ...parts[department] })),
    ],
  };
  return { act: assignCoExecutors, fields };
}

/** Who works on a question with its executor, what each prepares, gives and has done. */
export const coExecutorActs = [assignCoExecutors, finishPart, contribute];
