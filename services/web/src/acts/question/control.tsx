import { graphql } from '../../generated/gql.js';
import { t } from '../../words/words.js';
import { defineAct } from '../act.js';
import { asksDay, asksText } from '../asked.js';
import { textsOf } from '../card.js';
import { CoExecutorsDialog } from '../dialogs/co-executors-dialog.js';
import { ConfirmPromiseDialog } from '../dialogs/confirm-promise-dialog.js';
import { ExtendPromiseDialog } from '../dialogs/extend-promise-dialog.js';
import { LineDialog } from '../dialogs/line-dialog.js';
import { ofQuestion } from './of-question.js';

export const confirmPromise = defineAct({
  allowed: 'CONFIRM_PROMISE',
  document: graphql(`
    mutation CardConfirmPromise($input: ConfirmPromiseInput!) {
      confirmPromise(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'daily',
  words: () => t('card.confirmPromise'),
  form: (props) => <ConfirmPromiseDialog {...props} />,
});

export const extendPromise = defineAct({
  allowed: 'EXTEND_PROMISE',
  document: graphql(`
    mutation CardExtendPromise($input: ExtendPromiseInput!) {
      extendPromise(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'term',
  words: () => t('card.extendPromise'),
  form: (props, { question }) => <ExtendPromiseDialog {...props} until={question.promise?.until ?? ''} />,
});

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
    const { coExecutors = [], coDepartments = [] } = textsOf(scope) ?? {};
    const chosen = [...coExecutors.map(({ id }) => id), ...coDepartments.map(({ code }) => code)];
    return <CoExecutorsDialog {...props} chosen={chosen} />;
  },
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

export const classify = defineAct({
  allowed: 'CLASSIFY_QUESTION',
  document: graphql(`
    mutation CardClassify($input: ClassifyQuestionInput!) {
      classifyQuestion(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  shortcut: 'KeyC',
  words: () => t('card.classify'),
  form: (props, { question }) => (
    <LineDialog
      {...props}
      title={t('card.classify')}
      label={t('card.classifyHint')}
      value={question.classifier ?? ''}
      pattern="\d{4}(\.\d{4}){3,4}"
      submit={t('card.classifyDo')}
    />
  ),
  input: (classifier: string) => ({ classifier }),
});

export const putUnderControl = defineAct({
  allowed: 'PUT_UNDER_CONTROL',
  document: graphql(`
    mutation CardPutUnderControl($input: PutUnderControlInput!) {
      putUnderControl(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'term',
  form: asksDay('until', 'PUT_UNDER_CONTROL', 'card.until'),
});

export const takeOffControl = defineAct({
  allowed: 'TAKE_OFF_CONTROL',
  document: graphql(`
    mutation CardTakeOffControl($input: QuestionActInput!) {
      takeOffControl(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'term',
});

/** What was promised, who works with the executor, the code of the classifier, who watches over it. */
export const controlActs = [
  ...[confirmPromise, extendPromise, assignCoExecutors, contribute, classify],
  ...[putUnderControl, takeOffControl],
];
