import { graphql } from '../../generated/gql.js';

export const complainedOfProposalDocument = graphql(`
  query CardComplainedOfProposal($district: String!, $question: UUID!) {
    complainedOfProposal(district: $district, question: $question)
  }
`);
