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
    extensionAsk {
      ground
      days
      until
      reason
      askedBy {
        name
      }
      refusedAt
      refusedBy {
        name
      }
      refusalReason
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
      endedOn
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

export const askForExtensionDocument = graphql(`
  mutation CardAskForExtension($input: AskForExtensionInput!) {
    askForExtension(input: $input) {
      ...ActOutcome
    }
  }
`);

export const refuseExtensionDocument = graphql(`
  mutation CardRefuseExtension($input: QuestionReasonInput!) {
    refuseExtension(input: $input) {
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
