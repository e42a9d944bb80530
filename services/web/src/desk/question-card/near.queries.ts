import { graphql } from '../../generated/gql.js';

export const nearCasesDocument = graphql(`
  query NearCases($district: String!, $filter: AppealFilter!, $first: Int!) {
    appeals(district: $district, filter: $filter, order: NEWEST, first: $first) {
      nodes {
        id
        number
        receipt
        excerpt
        gist
        state
        dueOn
        dueAt
      }
    }
  }
`);
