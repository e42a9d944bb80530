import { graphql } from '../../generated/gql.js';

export const correctTopicDocument = graphql(`
  mutation CardCorrectTopic($input: CorrectTopicInput!) {
    correctTopic(input: $input) {
      ...ActOutcome
    }
  }
`);
