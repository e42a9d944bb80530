import { graphql } from '../../generated/gql.js';

export const controlledDocument = graphql(`
  query Controlled($district: String!, $after: String, $consistentWith: String) {
    questions(
      district: $district
      filter: { controlled: true }
      order: DEADLINE
      first: 100
      after: $after
      consistentWith: $consistentWith
    ) {
      nodes {
        id
        version
        allowedActions
        excerpt
        gist
        state
        dueOn
        controlledUntil
        awaitsLetterToBody
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
