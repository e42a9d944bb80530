import { graphql } from '../generated/gql.js';

/** How many a saved search finds. */
export const foundDocument = graphql(`
  query CountFound($districts: [String!]!, $query: String!, $filter: AppealFilter) {
    search(districts: $districts, query: $query, filter: $filter, first: 1) {
      total
      relaxed
      corrections {
        from
      }
    }
  }
`);
