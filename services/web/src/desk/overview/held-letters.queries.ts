import { graphql } from '../../generated/gql.js';

export const heldNoticesDocument = graphql(`
  query HeldNotices($district: String!) {
    heldNotices(district: $district) {
      id
      version
      appeal
      number
      kind
      way
      reason
      since
    }
  }
`);

export const settleHeldNoticesDocument = graphql(`
  mutation SettleHeldNotices($input: SettleHeldNoticesInput!) {
    settleHeldNotices(input: $input) {
      id
      result {
        ... on Change {
          __typename
        }
        ... on Refusal {
          message
        }
      }
    }
  }
`);
