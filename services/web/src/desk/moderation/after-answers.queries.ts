import { graphql } from '../../generated/gql.js';

/** What was written under answers. */
export const afterAnswers = graphql(`
  query ModerationAfterAnswers($district: String!) {
    appeals(district: $district, filter: { worklist: SUPPLEMENTED }, order: NEWEST, first: 10) {
      total
      liveCursor
      nodes {
        id
        number
        receipt
        channel
        source {
          network
        }
        addition {
          excerpt
          at
          byApplicant
        }
      }
    }
  }
`);

export const afterAnswersChanges = graphql(`
  subscription ModerationAfterAnswersChanges($district: String!, $after: String) {
    appealChanges(district: $district, filter: { worklist: SUPPLEMENTED }, after: $after) {
      cursor
    }
  }
`);
