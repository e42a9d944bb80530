import { graphql } from '../generated/gql.js';

export const searchDocument = graphql(`
  query SearchAppeals($districts: [String!]!, $query: String!, $filter: AppealFilter, $first: Int!, $after: String) {
    search(districts: $districts, query: $query, filter: $filter, first: $first, after: $after) {
      total
      totalIsExact
      relaxed
      degraded
      corrections {
        from
        to
      }
      facets {
        topics {
          value
          name
          count
        }
        departments {
          value
          name
          count
        }
        states {
          value
          count
        }
        months {
          value
          count
        }
      }
      nodes {
        highlights
        row {
          id
          number
          receipt
          receivedAt
          registeredOn
          state
          channel
          dueOn
          overdue
          excerpt
          district {
            code
            name
            zone
          }
          questions {
            topic {
              name
            }
            department {
              name
            }
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

export const countDocument = graphql(`
  query CountAppeals($district: String!, $query: String!, $filter: AppealFilter) {
    search(districts: [$district], query: $query, filter: $filter, first: 1) {
      total
      relaxed
    }
  }
`);

export const populationDocument = graphql(`
  query Population($district: String!) {
    district(code: $district) {
      population
    }
  }
`);
