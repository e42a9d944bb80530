import { graphql } from '../../generated/gql.js';

export const journalDocument = graphql(`
  query Journal($district: String!, $filter: AppealFilter!, $after: String, $export: Boolean) {
    appeals(
      district: $district
      filter: $filter
      order: REGISTERED_OLDEST
      first: 100
      after: $after
      export: $export
    ) {
      total
      totalIsExact
      nodes {
        id
        number
        registeredOn
        regime
        channel
        state
        struckFor
        registeredBefore {
          number
          registeredOn
        }
        gist
        excerpt
        place
        fileCount
        settlement {
          name
        }
        questions {
          id
          state
          dueOn
          dueAt
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
            dueAt
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
