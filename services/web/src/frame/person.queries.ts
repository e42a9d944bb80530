import { graphql } from '../generated/gql.js';

export const callPerson = graphql(`
  query CallPerson($district: String!, $appeal: UUID!, $reason: String!) {
    applicant(district: $district, appeal: $appeal, reason: $reason) {
      name
      contact
      phone
      address
    }
  }
`);
