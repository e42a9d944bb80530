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

export const applicantFileDocument = graphql(`
  query ApplicantFile($district: String!, $appeal: UUID!, $reason: ApplicantSearchReason!, $details: String) {
    applicantFile(district: $district, appeal: $appeal, reason: $reason, details: $details) {
      openedAt
      total
      open
      applicant {
        name
        contact
        phone
        address
        identified
      }
      appeals {
        answer
        sameName
        open
        dueOn
        row {
          id
          number
          receipt
          receivedAt
          channel
          state
          excerpt
        }
      }
    }
  }
`);
