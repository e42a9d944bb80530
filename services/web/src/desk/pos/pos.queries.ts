import { graphql } from '../../generated/gql.js';

export const posList = graphql(`
  query PosList($district: String!) {
    posNotices(district: $district, first: 100) {
      nodes {
        id
        version
        kind
        appeal
        number
        senderNumber
        answer
        mainNumber
        mainOutcome
        dueOn
        dueAt
        allowedActions
        posStates
        question {
          id
          excerpt
          topic {
            name
          }
          appeal {
            id
            receipt
            number
            channel
            receivedAt
            bodyTerm
            settlement {
              name
            }
          }
        }
      }
    }
  }
`);

/** A page of the list that is saved as a file, which is recorded. */
export const posFile = graphql(`
  query PosFile($district: String!, $after: String) {
    posNotices(district: $district, first: 100, after: $after, export: true) {
      nodes {
        id
        kind
        number
        senderNumber
        answer
        mainNumber
        mainOutcome
        dueOn
        question {
          appeal {
            bodyTerm
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
