import { graphql } from '../../generated/gql.js';
import { t } from '../../words/words.js';
import { actionTitle, defineAct, type Inverse, type Subject } from '../act.js';
import type { QuestionScope } from '../card.js';
import { ClassifierDialog } from '../dialogs/classifier-dialog.js';
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
      question={question.id}
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

function by(which: 'classify' | 'topic' | 'put' | 'takeOff', fields: object): Inverse {
  const [put, takeOff, topic] = [putUnderControl, takeOffControl, correctTopic];
  const act = { classify, topic, put, takeOff }[which];
  return { act, fields };
}

/** What was promised, the code of the classifier, who watches over it. */
export const controlActs = [
  ...[confirmPromise, extendPromise],
  ...[correctTopic, classify],
  ...[putUnderControl, takeOffControl],
];
