import { graphql } from '../../../generated/gql.js';

export const applicantDocument = graphql(`
  query CardApplicant($district: String!, $appeal: UUID!, $reason: String!) {
    applicant(district: $district, appeal: $appeal, reason: $reason) {
      name
      contact
      contactKind
      identified
      identity {
        issuer
        subject
      }
    }
  }
`);
