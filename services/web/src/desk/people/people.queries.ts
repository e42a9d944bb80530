import { graphql } from '../../generated/gql.js';

export const applicantsDocument = graphql(`
  query Applicants($district: String!, $query: String!, $reason: ApplicantSearchReason!) {
    applicants(district: $district, query: $query, reason: $reason) {
      total
      tooMany
      similar
      applicants {
        initials
        phoneEnd
        total
        open
        latest {
          id
          number
          receipt
          receivedAt
          channel
          excerpt
          place
        }
      }
    }
  }
`);
