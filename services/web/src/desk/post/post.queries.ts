import { graphql } from '../../generated/gql.js';

export const postList = graphql(`
  query PostList($district: String!) {
    paperNotices(district: $district, first: 100) {
      nodes {
        ...SignedLetter
        id
        version
        kind
        addressee
        outgoing {
          number
          on
        }
        appeal
        number
        dueOn
        dueAt
        allowedActions
        failed {
          way
          code
          at
        }
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
            settlement {
              name
            }
          }
        }
      }
    }
  }
`);

export const letterToPost = graphql(`
  query LetterToPost($district: String!, $id: UUID!) {
    letterToPost(district: $district, id: $id) {
      ...PrintedLetter
    }
  }
`);

export const printedLetters = graphql(`
  query PrintedLetters($district: String!, $letters: [LetterToPrint!]!) {
    printedLetters(district: $district, letters: $letters)
  }
`);

export const nextOutgoingNumber = graphql(`
  query NextOutgoingNumber($district: String!) {
    nextOutgoingNumber(district: $district)
  }
`);
