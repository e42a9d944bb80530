import { graphql } from '../../../generated/gql.js';

export const evidenceDocument = graphql(`
  query CaseEvidence($district: String!, $appeal: UUID!, $reason: String!) {
    caseEvidence(district: $district, appeal: $appeal, reason: $reason) {
      number
      pass
      parts
      withContacts
    }
  }
`);
