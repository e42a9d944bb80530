import { graphql } from '../../../generated/gql.js';

export const partProposalDocument = graphql(`
  query CardPartProposal($input: RouteProposalInput!) {
    routeProposal(input: $input) {
      topic {
        code
        name
      }
      department {
        code
        name
      }
    }
  }
`);

export const bodiesFragment = graphql(`
  fragment CardBodies on QuestionCard {
    forwardedTo
    bodies {
      letter
      name
      linkOpens
      linkUntil
      noComplaintBy {
        name
      }
      reactions {
        source
        reaction
        reactedOn
        number
        text
        at
      }
      request {
        status
        number
        notes
        at
        updates {
          text
          at
        }
      }
    }
  }
`);
