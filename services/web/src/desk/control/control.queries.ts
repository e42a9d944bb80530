import { graphql } from '../../generated/gql.js';

export const controlledDocument = graphql(`
  query Controlled($district: String!, $after: String) {
    questions(district: $district, filter: { controlled: true }, order: DEADLINE, first: 100, after: $after) {
      nodes {
        id
        excerpt
        state
        dueOn
        controlledUntil
        department {
          name
        }
        executor {
          name
        }
        appeal {
          id
          number
          receipt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
