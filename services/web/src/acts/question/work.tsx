import type { QuestionState, ResponseState } from '../../generated/enumerations.js';
import { graphql } from '../../generated/gql.js';
import { t } from '../../words/words.js';
import { defineAct, type Act, type Inverse, type Subject } from '../act.js';
import { asksText } from '../asked.js';
import { AssignDialog, type Assigned } from '../dialogs/assign-dialog.js';
import type { QuestionPlace } from '../dialogs/question-place.js';
import { RouteDialog } from '../dialogs/route-dialog.js';
import type { Card } from '../card.js';
import { asHelpers, helpersOf } from './helpers.js';
import { ofQuestion, ofResponse } from './of-question.js';

/** A question whose department and executor may be named: on its card, or as a row of a list. */
interface NamedScope {
  /** Absent in a list. */
  readonly card?: Card;
  readonly question: Subject &
    QuestionPlace & {
      readonly response?: { readonly state: ResponseState } | null | undefined;
      /** Of a question on its card. */
      readonly state?: QuestionState;
      readonly executor?: { readonly id: string } | string | null | undefined;
    };
}

const ofNamed = ({ question }: NamedScope) => question;

/** Once the answer is approved or signed, another department or executor would have nothing left to do. */
function isUnsettled({ question: { response } }: NamedScope): boolean {
  return response?.state !== 'APPROVED' && response?.state !== 'SIGNED';
}

export const route = defineAct({
  allowed: 'ROUTE_QUESTION',
  document: graphql(`
    mutation CardRoute($input: RouteQuestionInput!) {
      routeQuestion(input: $input) {
        ...ActOutcome
      }
    }
  `),
  many: graphql(`
    mutation WorklistRoute($input: RouteQuestionsInput!) {
      routeQuestions(input: $input) {
        id
        result {
          ...ActOutcome
        }
      }
    }
  `),
  of: ofNamed,
  place: 'daily',
  next: {
    when: ({ question: { state } }) => state === 'OPEN' || state === 'RETURNED',
    words: () => t('card.routeNext'),
  },
  when: isUnsettled,
  words: () => t('card.route'),
  shortcut: 'KeyR',
  form: (props, { question }) => <RouteDialog {...props} items={[question]} />,
  // Who had it before would have to be named again.
  undo: ({ question: { topic, department, executor } }) =>
    topic && department && !executor ? again('route', { topic: topic.code, department: department.code }) : undefined,
});

export const assign = defineAct({
  allowed: 'ASSIGN_EXECUTOR',
  document: graphql(`
    mutation CardAssign($input: AssignExecutorInput!) {
      assignExecutor(input: $input) {
        ...ActOutcome
      }
    }
  `),
  many: graphql(`
    mutation WorklistAssign($input: AssignExecutorsInput!) {
      assignExecutors(input: $input) {
        id
        result {
          ...ActOutcome
        }
      }
    }
  `),
  of: ofNamed,
  place: 'daily',
  next: {
    when: ({ question: { state, executor } }) => state === 'ROUTED' && !executor,
    words: () => t('card.assignNext'),
  },
  when: isUnsettled,
  words: () => t('card.assign'),
  shortcut: 'KeyA',
  form: (props, { card, question }) => (
    <AssignDialog {...props} items={[question]} former={card && helpersOf({ card, question })} />
  ),
  input: (assigned: Assigned) => assigned,
  undo: ({ card, question }, _, { coExecutors }) => {
    const { executor } = question;
    if (!executor) return { act: takeBackAssignment, fields: {} };
    if (typeof executor === 'string') return undefined;
    const before = coExecutors && card && asHelpers({ card, question });
    // Co-executors of before, whose part is done already, would have to do it again.
    if (coExecutors && !before) return undefined;
    return again('assign', { executor: executor.id, ...(before && { coExecutors: before }) });
  },
});

/** Of the first executor, at once: the server refuses it once he began. */
const takeBackAssignment = {
  document: graphql(`
    mutation CardTakeBackAssignment($input: QuestionActInput!) {
      takeBackAssignment(input: $input) {
        ...ActOutcome
      }
    }
  `),
};

/** The same of many, each for itself. */
export const takeBackAssignments = {
  many: graphql(`
    mutation WorklistTakeBackAssignments($input: QuestionActsInput!) {
      takeBackAssignments(input: $input) {
        id
        result {
          ...ActOutcome
        }
      }
    }
  `) as Act<never>['many'],
};

/** The executor has read what was assigned to him. */
export const acknowledge = defineAct({
  allowed: 'ACKNOWLEDGE_ASSIGNMENT',
  document: graphql(`
    mutation CardAcknowledgeAssignment($input: QuestionActInput!) {
      acknowledgeAssignment(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'daily',
});

export const giveBack = defineAct({
  allowed: 'RETURN_QUESTION',
  document: graphql(`
    mutation CardReturn($input: QuestionReasonInput!) {
      returnQuestion(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'daily',
  words: () => t('card.return'),
  shortcut: 'KeyT',
  form: asksText('reason', { title: 'card.returnTitle', label: 'card.returnReason', submit: 'card.return' }),
});

export const addNote = defineAct({
  allowed: 'ADD_NOTE',
  document: graphql(`
    mutation CardNote($input: AddNoteInput!) {
      addNote(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofResponse,
  place: 'card',
  words: () => t('card.note'),
  shortcut: 'KeyN',
  form: asksText('text', { title: 'card.noteTitle', label: 'card.noteHint', submit: 'card.noteDo' }),
});

export const revoke = defineAct({
  allowed: 'REVOKE_RESPONSE',
  document: graphql(`
    mutation CardRevoke($input: RevokeResponseInput!) {
      revokeResponse(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofResponse,
  words: () => t('card.revoke'),
  form: asksText('reason', { title: 'card.revoke', label: 'card.revokeReason', submit: 'card.revoke' }),
});

function again(which: 'assign' | 'route', fields: object): Inverse {
  return { act: { assign, route }[which], fields };
}

/** Department, executor, that he has read it, return, note, a signature taken back. */
export const workActs = [route, assign, acknowledge, giveBack, addNote, revoke];
