import { graphql } from '../../generated/gql.js';

export const learnedRoutesDocument = graphql(`
  query CardLearnedRoutes($district: String!, $question: UUID!) {
    learnedRoutes(district: $district, question: $question) {
      judged
      first
      amongThree
      routes {
        topic {
          code
          name
        }
        department {
          code
          name
        }
        words
      }
    }
  }
`);
