import { graphql } from '../generated/gql.js';
import { IdentifyForm } from '../parts/identify-form.js';
import { t } from '../words/words.js';
import { defineAct, type Subject } from './act.js';
import { asksText } from './asked.js';
import type { Card } from './card.js';
import { ActDialog } from './dialogs/act-dialog.js';
import { CorrectDialog } from './dialogs/correct-dialog.js';

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
  words: () => t('card.refuseReopening'),
  form: asksText('reason', {
    title: 'card.refuseReopening',
    label: 'card.refuseReopeningReason',
    submit: 'card.refuseReopening',
  }),
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
  words: () => t('card.correctRegistration'),
  form: (props, card: Card) => <CorrectDialog {...props} card={card} />,
});

export const setLegalHold = defineAct({
  allowed: 'SET_LEGAL_HOLD',
  document: graphql(`
    mutation CardSetLegalHold($input: AppealReasonInput!) {
      setLegalHold(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  words: () => t('card.actSET_LEGAL_HOLD'),
  form: asksText('reason', {
    title: 'card.actSET_LEGAL_HOLD',
    label: 'card.whySET_LEGAL_HOLD',
    submit: 'card.actSET_LEGAL_HOLD',
  }),
});

export const liftLegalHold = defineAct({
  allowed: 'LIFT_LEGAL_HOLD',
  document: graphql(`
    mutation CardLiftLegalHold($input: AppealReasonInput!) {
      liftLegalHold(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  words: () => t('card.actLIFT_LEGAL_HOLD'),
  form: asksText('reason', {
    title: 'card.actLIFT_LEGAL_HOLD',
    label: 'card.whyLIFT_LEGAL_HOLD',
    submit: 'card.actLIFT_LEGAL_HOLD',
  }),
});

export const recordConsentWithdrawal = defineAct({
  allowed: 'RECORD_CONSENT_WITHDRAWAL',
  document: graphql(`
    mutation CardRecordConsentWithdrawal($input: AppealReasonInput!) {
      recordConsentWithdrawal(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofAppeal,
  words: () => t('card.actRECORD_CONSENT_WITHDRAWAL'),
  form: asksText('reason', {
    title: 'card.actRECORD_CONSENT_WITHDRAWAL',
    label: 'card.whyRECORD_CONSENT_WITHDRAWAL',
    submit: 'card.actRECORD_CONSENT_WITHDRAWAL',
  }),
});

/** On the appeal as a whole. */
export const appealActs = [
  ...[grantReopening, refuseReopening, turnIntoAppeal, correctRegistration],
  ...[setLegalHold, liftLegalHold, recordConsentWithdrawal],
];
