import { graphql } from '../../generated/gql.js';

export const outgoingDocument = graphql(`
  query Outgoing(
    $district: String!
    $from: Date!
    $to: Date!
    $ways: [NoticeWay!]
    $kinds: [NoticeKind!]
    $courses: [LetterCourse!]
    $after: String
    $export: Boolean
  ) {
    outgoingRegister(
      district: $district
      from: $from
      to: $to
      ways: $ways
      kinds: $kinds
      courses: $courses
      first: 100
      after: $after
      export: $export
    ) {
      nodes {
        course
        addresseeOpens
        notice {
          id
          kind
          way
          body
          proof
          dispatchedAt
          outgoing {
            number
            on
          }
          posting {
            means
            number
            sentOn
            track
            by {
              name
            }
            after {
              outcome
              on
              proof
            }
          }
          lateProof {
            way
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
