import { graphql } from '../../generated/gql.js';
import { t } from '../../words/words.js';
import { defineAct } from '../act.js';
import { asksText } from '../asked.js';
import { awaitedOf, textsOf, type Card, type QuestionScope } from '../card.js';
import { ExtendDialog, type Extension } from '../dialogs/extend-dialog.js';
import { InformationDialog, type Received } from '../dialogs/information-dialog.js';
import { InterimDialog } from '../dialogs/interim-dialog.js';
import { RequestDialog } from '../dialogs/request-dialog.js';
import { ofQuestion } from './of-question.js';

export const extend = defineAct({
  allowed: 'EXTEND_DEADLINE',
  document: graphql(`
    mutation CardExtend($input: ExtendDeadlineInput!) {
      extendDeadline(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'term',
  next: { when: (scope) => askedOf(scope) !== undefined },
  note: () => t('course.extendNote'),
  words: () => t('course.extend'),
  form: (props, scope) => <ExtendDialog {...props} {...termOf(scope)} mode="DECIDE" asked={askedOf(scope)} />,
});

export const refuseExtension = defineAct({
  allowed: 'REFUSE_EXTENSION',
  document: graphql(`
    mutation CardRefuseExtension($input: QuestionReasonInput!) {
      refuseExtension(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'daily',
  words: () => t('course.refuse'),
  form: asksText('reason', { title: 'course.refuse', label: 'course.refuseReason', submit: 'course.refuseDo' }),
});

export const askForExtension = defineAct({
  allowed: 'ASK_FOR_EXTENSION',
  document: graphql(`
    mutation CardAskForExtension($input: AskForExtensionInput!) {
      askForExtension(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'term',
  note: () => t('course.extendNote'),
  words: () => t('course.ask'),
  form: (props, scope) => <ExtendDialog {...props} {...termOf(scope)} mode="ASK" />,
});

export const requestInformation = defineAct({
  allowed: 'REQUEST_INFORMATION',
  document: graphql(`
    mutation CardRequest($input: RequestInformationInput!) {
      requestInformation(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  shortcut: 'KeyI',
  words: () => t('course.request'),
  form: (props) => <RequestDialog {...props} />,
});

export const recordInformation = defineAct({
  allowed: 'RECORD_INFORMATION',
  document: graphql(`
    mutation CardRecordInformation($input: RecordInformationInput!) {
      recordInformation(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'daily',
  each: awaitedOf,
  words: (_, request) => awaitedWords(request),
  form: (props, _, request) => (
    <InformationDialog {...props} title={awaitedWords(request)} isDraft={request.purpose === 'DRAFT'} />
  ),
  input: (received: Received, _: QuestionScope, { id: request }: Request) => ({ request, ...received }),
});

export const giveInterimAnswer = defineAct({
  allowed: 'GIVE_INTERIM_ANSWER',
  document: graphql(`
    mutation CardInterim($input: GiveInterimAnswerInput!) {
      giveInterimAnswer(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'term',
  words: () => t('course.interim'),
  form: (props) => <InterimDialog {...props} />,
});

type Request = Card['questions'][number]['requests'][number];

function awaitedWords({ body, purpose }: Request): string {
  return t(purpose === 'DRAFT' ? 'course.recordDraft' : 'course.record', { body });
}

function termOf(scope: QuestionScope) {
  const running = scope.question.deadlines.findLast(({ duty, replacedBy }) => duty === 'ANSWER' && !replacedBy);
  return { hasRequests: (textsOf(scope)?.requests ?? []).length > 0, running };
}

/** What the executor asks for, not refused yet. */
function askedOf(scope: QuestionScope): Extension | undefined {
  const ask = textsOf(scope)?.extensionAsk;
  return ask && !ask.refusedAt ? { days: ask.days, ground: ask.ground, reason: ask.reason ?? '' } : undefined;
}
