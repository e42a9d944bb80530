import { graphql } from '../generated/gql.js';

export const numberedAppealsDocument = graphql(`
  query NumberedAppeals($district: String!, $number: String!) {
    appeals(district: $district, filter: { number: $number }, first: 2) {
      nodes {
        id
        number
        receipt
      }
    }
  }
`);

export const numberedLetterDocument = graphql(`
  query NumberedLetter($district: String!, $number: String!) {
    outgoingRegister(district: $district, number: $number, last: 1) {
      nodes {
        appeal {
          id
          number
          receipt
        }
      }
    }
  }
`);
