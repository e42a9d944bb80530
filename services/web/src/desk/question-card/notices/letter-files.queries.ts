import { graphql } from '../../../generated/gql.js';

export const keptLetters = graphql(`
  query KeptLetters($district: String!, $appeal: UUID!) {
    keptLetters(district: $district, appeal: $appeal) {
      id
      number
      annulled
      marked
    }
  }
`);
