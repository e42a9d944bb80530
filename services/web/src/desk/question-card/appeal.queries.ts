import { graphql } from '../../generated/gql.js';

export const grantReopeningDocument = graphql(`
  mutation CardGrantReopening($input: GrantReopeningInput!) {
    grantReopening(input: $input) {
      ...ActOutcome
    }
  }
`);

export const refuseReopeningDocument = graphql(`
  mutation CardRefuseReopening($input: AppealReasonInput!) {
    refuseReopening(input: $input) {
      ...ActOutcome
    }
  }
`);

export const correctRegistrationDocument = graphql(`
  mutation CardCorrectRegistration($input: CorrectRegistrationInput!) {
    correctRegistration(input: $input) {
      ...ActOutcome
    }
  }
`);

export const setLegalHoldDocument = graphql(`
  mutation CardSetLegalHold($input: AppealReasonInput!) {
    setLegalHold(input: $input) {
      ...ActOutcome
    }
  }
`);

export const liftLegalHoldDocument = graphql(`
  mutation CardLiftLegalHold($input: AppealReasonInput!) {
    liftLegalHold(input: $input) {
      ...ActOutcome
    }
  }
`);

export const recordConsentWithdrawalDocument = graphql(`
  mutation CardRecordConsentWithdrawal($input: AppealReasonInput!) {
    recordConsentWithdrawal(input: $input) {
      ...ActOutcome
    }
  }
`);

export const acknowledgeDocument = graphql(`
  mutation CardAcknowledgeSupplement($input: AppealActInput!) {
    acknowledgeSupplement(input: $input) {
      ...ActOutcome
    }
  }
`);

export const reopenOnSupplementDocument = graphql(`
  mutation CardReopenOnSupplement($input: ReopenOnSupplementInput!) {
    reopenOnSupplement(input: $input) {
      ...ActOutcome
    }
  }
`);

export const replyToSupplementDocument = graphql(`
  mutation CardReplyToSupplement($input: ReplyToSupplementInput!) {
    replyToSupplement(input: $input) {
      ...ActOutcome
    }
  }
`);

export const numberedDocument = graphql(`
  query CardNumbered($district: String!, $number: String!) {
    appeals(district: $district, filter: { number: $number }, first: 2) {
      nodes {
        id
      }
    }
  }
`);

export const turnDocument = graphql(`
  mutation CardTurnIntoAppeal($input: TurnIntoAppealInput!) {
    turnIntoAppeal(input: $input) {
      ...ActOutcome
    }
  }
`);
