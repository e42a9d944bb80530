import { graphql } from '../generated/gql.js';

export const followedProposalsDocument = graphql(`
  query FollowedProposals($district: String!) {
    followedProposals(district: $district) {
      since
      kinds {
        kind
        decided
        first
        amongThree
        taken
        kept
      }
    }
  }
`);
