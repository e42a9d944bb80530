import { graphql } from '../generated/gql.js';

graphql(`
  fragment ReactionNumbers on ReactionSum {
    messages
    answered
    before
    after
    ofAnswers
  }
`);

export const reactionSumsDocument = graphql(`
  query ReactionSums($district: String!, $from: Date!, $to: Date!) {
    reactionSums(district: $district, from: $from, to: $to) {
      total {
        ...ReactionNumbers
      }
      topics {
        topic {
          code
          name
        }
        ...ReactionNumbers
      }
      settlements {
        settlement {
          code
          name
        }
        ...ReactionNumbers
      }
      weeks {
        week
        ...ReactionNumbers
      }
    }
  }
`);
