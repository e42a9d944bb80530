import { graphql } from '../../generated/gql.js';
import { t } from '../../words/words.js';
import { actionTitle, defineAct, type Inverse, type Subject } from '../act.js';
import { asksText } from '../asked.js';
import { textsOf, type QuestionScope } from '../card.js';
import { ClassifierDialog } from '../dialogs/classifier-dialog.js';
import { CoExecutorsDialog } from '../dialogs/co-executors-dialog.js';
import { ConfirmPromiseDialog } from '../dialogs/confirm-promise-dialog.js';
import { DayDialog } from '../dialogs/day-dialog.js';
import { ExtendPromiseDialog } from '../dialogs/extend-promise-dialog.js';
import { TopicDialog } from '../dialogs/topic-dialog.js';
import { correctTopicDocument } from './correct-topic.queries.js';
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
  undo: (scope) => {
    const { coExecutors = [], coDepartments = [] } = textsOf(scope) ?? {};
    const fields = { officials: coExecutors.map(({ id }) => id), departments: coDepartments.map(({ code }) => code) };
    return by('helpers', fields);
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
    <ClassifierDialog
      {...props}
      topic={question.topic?.code}
      department={question.department?.code}
      value={question.classifier ?? ''}
    />
  ),
  input: (classifier: string) => ({ classifier }),
  undo: ({ question: { classifier } }) => (classifier ? by('classify', { classifier }) : undefined),
});

/** Where the form of the whole appeal, which asks for the topic, too, is not the official's. */
export const correctTopic = defineAct({
  allowed: 'CORRECT_TOPIC',
  document: correctTopicDocument,
  of: ofQuestion,
  when: ({ card }: QuestionScope) => !card.row.allowedActions.includes('CORRECT_DETAILS'),
  form: (props, { question: { topic } }) => <TopicDialog {...props} topic={topic} />,
  undo: ({ question: { topic } }) =>
    topic ? by('topic', { topic: topic.code, reason: t('card.correctionUndone') }) : undefined,
});

/** A question as its card has it, or as a row of what is under control. */
interface ControlledScope {
  readonly question: Subject & { readonly controlledUntil?: string | null | undefined };
}

const ofControlled = ({ question }: ControlledScope) => question;

/** Once more: until a later day. */
function controlWords({ question: { controlledUntil } }: ControlledScope): string {
  return controlledUntil ? t('card.prolongControl') : actionTitle('PUT_UNDER_CONTROL');
}

export const putUnderControl = defineAct({
  allowed: 'PUT_UNDER_CONTROL',
  document: graphql(`
    mutation CardPutUnderControl($input: PutUnderControlInput!) {
      putUnderControl(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofControlled,
  place: 'term',
  words: controlWords,
  form: (props, scope) => (
    <DayDialog
      {...props}
      title={controlWords(scope)}
      label={t('card.until')}
      day={scope.question.controlledUntil ?? undefined}
    />
  ),
  input: (until: string) => ({ until }),
  undo: ({ question: { controlledUntil: until } }) => (until ? by('put', { until }) : by('takeOff', {})),
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
  of: ofControlled,
  place: 'term',
  undo: ({ question: { controlledUntil: until } }) => (until ? by('put', { until }) : undefined),
});

function by(which: 'classify' | 'topic' | 'put' | 'takeOff' | 'helpers', fields: object): Inverse {
  const [put, takeOff, helpers, topic] = [putUnderControl, takeOffControl, assignCoExecutors, correctTopic];
  const act = { classify, topic, put, takeOff, helpers }[which];
  return { act, fields };
}

/** What was promised, who works with the executor, the code of the classifier, who watches over it. */
export const controlActs = [
  ...[confirmPromise, extendPromise, assignCoExecutors, contribute],
  ...[correctTopic, classify],
  ...[putUnderControl, takeOffControl],
];
