import { graphql } from '../../generated/gql.js';

graphql(`
  fragment QuestionCourse on QuestionCard {
    extension {
      state
      ground
      reason
      from
      until
      provedAt
      decidedBy {
        name
      }
    }
    requests {
      id
      purpose
      body
      linkOpens
      source
      asked
      requestedAt
      receivedOn
      number
      text
      deadline {
        ...CountedTerm
      }
    }
    interim {
      text
      toldAt
      late
    }
  }
`);

export const extendDocument = graphql(`
  mutation CardExtend($input: ExtendDeadlineInput!) {
    extendDeadline(input: $input) {
      ...ActOutcome
    }
  }
`);

export const requestDocument = graphql(`
  mutation CardRequest($input: RequestInformationInput!) {
    requestInformation(input: $input) {
      ...ActOutcome
    }
  }
`);

export const recordInformationDocument = graphql(`
  mutation CardRecordInformation($input: RecordInformationInput!) {
    recordInformation(input: $input) {
      ...ActOutcome
    }
  }
`);

export const interimDocument = graphql(`
  mutation CardInterim($input: GiveInterimAnswerInput!) {
    giveInterimAnswer(input: $input) {
      ...ActOutcome
    }
  }
`);
