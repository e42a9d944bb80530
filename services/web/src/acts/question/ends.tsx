import { graphql } from '../../generated/gql.js';
import { dayIn } from '../../parts/dates.js';
import { dayMonth } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { defineAct, type Nothing } from '../act.js';
import { asksText } from '../asked.js';
import { awaitedOf, textsOf, type Card, type QuestionScope } from '../card.js';
import { ForwardDialog } from '../dialogs/forward-dialog.js';
import { LeaveDialog, type EarlierAnswer, type LeftUnanswered } from '../dialogs/leave-dialog.js';
import { ReceptionDialog } from '../dialogs/reception-dialog.js';
import { ofQuestion } from './of-question.js';

export const recordReceptionAnswer = defineAct({
  allowed: 'RECORD_RECEPTION_ANSWER',
  document: graphql(`
    mutation CardRecordReceptionAnswer($input: RecordReceptionAnswerInput!) {
      recordReceptionAnswer(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'daily',
  next: { when: () => true },
  // An oral answer is one of the day of the reception.
  when: ({ card, zone }) => dayIn(zone, card.row.receivedAt) === dayIn(zone, Date.now()),
  words: () => t('card.reception'),
  form: (props) => <ReceptionDialog {...props} />,
});

export const forward = defineAct({
  allowed: 'FORWARD_QUESTION',
  document: graphql(`
    mutation CardForward($input: ForwardQuestionInput!) {
      forwardQuestion(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  note: ({ question }) => forwardNote(question.deadlines),
  words: () => t('card.forward'),
  shortcut: 'KeyF',
  answers: ['MAY_BE_COMPLAINED_OF'],
  form: (props, { card }) => <ForwardDialog {...props} hasLawfulTerm={card.row.regime === 'APPEAL_59FZ'} />,
});

export const withdrawForwarding = defineAct({
  allowed: 'WITHDRAW_FORWARDING',
  document: graphql(`
    mutation CardWithdrawForwarding($input: QuestionReasonInput!) {
      withdrawForwarding(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  words: () => t('card.withdrawForwarding'),
  form: asksText('reason', {
    title: 'card.withdrawForwarding',
    label: 'dialogs.withdrawForwardingReason',
    submit: 'dialogs.withdrawForwardingDo',
  }),
});

export const leaveUnanswered = defineAct({
  allowed: 'LEAVE_UNANSWERED',
  document: graphql(`
    mutation CardLeave($input: LeaveUnansweredInput!) {
      leaveUnanswered(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  words: () => t('card.leave'),
  form: (props, scope) => (
    <LeaveDialog
      {...props}
      earlier={answeredBefore(scope.card)}
      isAnonymous={scope.card.isAnonymous}
      isComplaint={(textsOf(scope)?.complainedOf ?? []).length > 0}
    />
  ),
  input: ({ earlier = [], ...left }: LeftUnanswered) => ({ ...left, earlier: [...earlier] }),
});

export const takeBack = defineAct({
  allowed: 'TAKE_BACK_QUESTION',
  document: graphql(`
    mutation CardTakeBackQuestion($input: QuestionActInput!) {
      takeBackQuestion(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  words: () => t('card.bodiesTakeBack'),
  look: 'main',
});

/** Filled in where the bodies are listed. */
export const recordBodyReaction = defineAct({
  allowed: 'RECORD_BODY_REACTION',
  document: graphql(`
    mutation CardRecordBodyReaction($input: RecordBodyReactionInput!) {
      recordBodyReaction(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
});

/** A letter with a link for the body that it went to. */
export interface LinkedLetter {
  readonly id: string;
  readonly body: string;
}

/** The link of a letter to a body opens nothing more. */
export const revokeBodyLink = defineAct({
  allowed: 'REVOKE_BODY_LINK',
  document: graphql(`
    mutation CardRevokeBodyLink($input: BodyLetterActInput!) {
      revokeBodyLink(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  place: 'term',
  each: linkedOf,
  words: (_, { body }) => t('course.revoke', { body }),
  input: (_: Nothing, __: QuestionScope, { id: letter }: LinkedLetter) => ({ letter }),
});

/** Of the letter that is awaited; those of forwarded questions have their button in their line. */
function linkedOf(scope: QuestionScope): readonly LinkedLetter[] {
  const [awaited] = awaitedOf(scope);
  return awaited?.linkOpens ? [{ id: awaited.id, body: awaited.body }] : [];
}

function answeredBefore({ earlier }: Card): readonly EarlierAnswer[] {
  return earlier.flatMap(({ number, receipt, questions }) =>
    questions
      .filter(({ state }) => state === 'ANSWERED')
      .map(({ id, excerpt }) => ({ id, title: `${number ?? receipt}: ${excerpt ?? ''}` })),
  );
}

/** Until when the law lets it be forwarded. */
function forwardNote(deadlines: QuestionScope['question']['deadlines']): string | undefined {
  const term = deadlines.find(({ duty, replacedBy }) => duty === 'FORWARD' && !replacedBy);
  return term && t('card.forwardNote', { source: term.source, date: dayMonth(term.dueOn) });
}
