import { graphql } from '../generated/gql.js';
import { IdentifyForm } from '../parts/identify-form.js';
import { t } from '../words/words.js';
import { defineAct, type FormProps, type Inverse, type Subject } from './act.js';
import { asksText } from './asked.js';
import type { Card } from './card.js';
import { ActDialog } from './dialogs/act-dialog.js';
import { CorrectDialog } from './dialogs/correct-dialog.js';
import { ReopenDialog, type Reopened } from './dialogs/reopen-dialog.js';
import { DetailsDialog, detailsOf, type Corrected } from './dialogs/details-dialog.js';
import { RepeatDialog, type RecordedRepeat } from './dialogs/repeat-dialog.js';
import { SourceDialog, type RecordedSource } from './dialogs/source-dialog.js';
import { correctTopic } from './question/control.js';

const ofAppeal = ({ row }: Pick<Card, 'row'>) => row;

export const grantReopening = defineAct({
  allowed: 'GRANT_REOPENING',
  document: graphql(`
    mutation CardGrantReopening($input: GrantReopeningInput!) {
      grantReopening(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  place: 'daily',
  next: { when: () => true },
  words: () => t('card.grantReopening'),
});

export const refuseReopening = defineAct({
  allowed: 'REFUSE_REOPENING',
  document: graphql(`
    mutation CardRefuseReopening($input: AppealReasonInput!) {
      refuseReopening(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  place: 'daily',
  words: () => t('card.refuseReopening'),
  form: asksText('reason', {
    title: 'card.refuseReopening',
    label: 'card.refuseReopeningReason',
    submit: 'card.refuseReopening',
  }),
});

/** On no addition of the applicant. */
export const reopenAppeal = defineAct({
  allowed: 'REOPEN_APPEAL',
  document: graphql(`
    mutation CardReopenAppeal($input: ReopenAppealInput!) {
      reopenAppeal(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  place: 'card',
  form: (props: FormProps<Reopened>, card: Pick<Card, 'row'>) => (
    <ReopenDialog {...props} questions={card.row.questions} />
  ),
});

export const turnIntoAppeal = defineAct({
  allowed: 'TURN_INTO_APPEAL',
  document: graphql(`
    mutation CardTurnIntoAppeal($input: TurnIntoAppealInput!) {
      turnIntoAppeal(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ({ row }: { readonly row: Subject }) => row,
  place: 'card',
  words: () => t('moderation.turn'),
  done: () => t('moderation.doneTurn'),
  form: (props) => (
    <ActDialog {...props} title={t('card.turnTitle')}>
      {(send) => <IdentifyForm onDone={(identification, identifiedBy) => send({ identification, identifiedBy })} />}
    </ActDialog>
  ),
});

export const correctRegistration = defineAct({
  allowed: 'CORRECT_REGISTRATION',
  document: graphql(`
    mutation CardCorrectRegistration($input: CorrectRegistrationInput!) {
      correctRegistration(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  place: 'card',
  words: () => t('card.correctRegistration'),
  form: (props, card: Card) => <CorrectDialog {...props} card={card} />,
});

/** With the topics of its questions: their own mutation, in the same form. */
export const correctDetails = defineAct({
  allowed: 'CORRECT_DETAILS',
  document: graphql(`
    mutation CardCorrectDetails($input: CorrectDetailsInput!) {
      correctDetails(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  place: 'question',
  shortcut: 'KeyG',
  form: (props: FormProps<Corrected>, card: Card) => <DetailsDialog {...props} card={card} />,
  input: ({ topics: _topics, ...fields }) => fields,
  undo: (card, _, { topics }) => asBefore(card, topics),
});

export const recordSource = defineAct({
  allowed: 'RECORD_SOURCE',
  document: graphql(`
    mutation CardRecordSource($input: RecordSourceInput!) {
      recordSource(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  place: 'card',
  form: (props: FormProps<RecordedSource>, card: Card) => <SourceDialog {...props} card={card} />,
});

/** While the person has other appeals. */
export const recordRepeat = defineAct({
  allowed: 'RECORD_REPEAT',
  document: graphql(`
    mutation CardRecordRepeat($input: RecordRepeatInput!) {
      recordRepeat(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  when: ({ earlier }: Card) => earlier.length > 0,
  place: 'card',
  form: (props: FormProps<RecordedRepeat>, card: Card) => <RepeatDialog {...props} card={card} />,
});

/** The former values are a correction, too, so that nothing is lost of the history. */
function asBefore(card: Card, topics: Corrected['topics']): Inverse {
  const reason = t('card.correctionUndone');
  const also = topics.map(({ former: topic, ...on }) => ({ act: correctTopic, fields: { topic, reason }, ...on }));
  return { act: correctDetails, fields: { ...detailsOf(card), reason }, also };
}

/** An act on the data that are kept, with its reason. */
function withReason<Allowed extends 'SET_LEGAL_HOLD' | 'LIFT_LEGAL_HOLD' | 'RECORD_CONSENT_WITHDRAWAL'>(
  allowed: Allowed,
) {
  const word = `card.act${allowed}` as const;
  const form = asksText('reason', { title: word, label: `card.why${allowed}`, submit: word });
  return { allowed, of: ofAppeal, place: 'card', words: () => t(word), form } as const;
}

export const setLegalHold = defineAct({
  document: graphql(`
    mutation CardSetLegalHold($input: AppealReasonInput!) {
      setLegalHold(input: $input) {
        ...ActOutcome
      }
    }
  `),
  ...withReason('SET_LEGAL_HOLD'),
});

export const liftLegalHold = defineAct({
  document: graphql(`
    mutation CardLiftLegalHold($input: AppealReasonInput!) {
      liftLegalHold(input: $input) {
        ...ActOutcome
      }
    }
  `),
  ...withReason('LIFT_LEGAL_HOLD'),
});

export const recordConsentWithdrawal = defineAct({
  document: graphql(`
    mutation CardRecordConsentWithdrawal($input: AppealReasonInput!) {
      recordConsentWithdrawal(input: $input) {
        ...ActOutcome
      }
    }
  `),
  ...withReason('RECORD_CONSENT_WITHDRAWAL'),
});

/** On the appeal as a whole. */
export const appealActs = [
  ...[grantReopening, refuseReopening, reopenAppeal, turnIntoAppeal],
  ...[correctDetails, recordSource, recordRepeat, correctRegistration],
  ...[setLegalHold, liftLegalHold, recordConsentWithdrawal],
];
