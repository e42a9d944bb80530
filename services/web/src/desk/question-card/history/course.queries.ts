import { graphql } from '../../../generated/gql.js';

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
