import { graphql } from '../../generated/gql.js';

export const callList = graphql(`
  query CallList($district: String!) {
    oralNotices(district: $district, first: 100) {
      nodes {
        id
        version
        kind
        appeal
        number
        answer
        mainNumber
        mainOutcome
        dueOn
        dueAt
        allowedActions
        attempts {
          result
          at
          callAt
          by {
            name
          }
        }
        question {
          id
          excerpt
          topic {
            name
          }
          executor {
            name
          }
          appeal {
            id
            receipt
            number
            channel
            receivedAt
            settlement {
              name
            }
          }
        }
      }
    }
  }
`);
