import { graphql } from '../../generated/gql.js';

export const journalDocument = graphql(`
  query Journal($district: String!, $filter: AppealFilter!, $after: String) {
    appeals(district: $district, filter: $filter, order: REGISTERED_OLDEST, first: 100, after: $after) {
      total
      totalIsExact
      nodes {
        id
        number
        registeredOn
        regime
        channel
        state
        excerpt
        place
        hasFiles
        settlement {
          name
        }
        questions {
          id
          state
          dueOn
          termKept
          topic {
            name
          }
          department {
            name
          }
          executor {
            name
          }
          deadline {
            dueOn
          }
          response {
            outcome
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
