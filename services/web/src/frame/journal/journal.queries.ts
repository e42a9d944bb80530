import { graphql } from '../../generated/gql.js';

export const printedApplicants = graphql(`
  query PrintedApplicants($district: String!, $appeals: [UUID!]!, $printed: PrintedPaper!, $reason: PrintReason!) {
    printedApplicants(district: $district, appeals: $appeals, printed: $printed, reason: $reason) {
      opening
      closed
      applicants {
        appeal
        name
        address
      }
    }
  }
`);
