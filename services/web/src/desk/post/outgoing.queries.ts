import { graphql } from '../../generated/gql.js';

export const outgoingDocument = graphql(`
  query Outgoing($district: String!, $from: Date!, $to: Date!, $after: String, $export: Boolean) {
    outgoingPost(district: $district, from: $from, to: $to, first: 100, after: $after, export: $export) {
      nodes {
        notice
        kind
        body
        addresseeOpens
        late
        posting {
          means
          number
          sentOn
          track
          by {
            name
          }
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
