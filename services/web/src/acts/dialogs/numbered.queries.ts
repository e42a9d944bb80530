import { graphql } from '../../generated/gql.js';

export const numberedDocument = graphql(`
  query CardNumbered($district: String!, $number: String!) {
    appeals(district: $district, filter: { number: $number }, first: 2) {
      nodes {
        id
      }
    }
  }
`);
