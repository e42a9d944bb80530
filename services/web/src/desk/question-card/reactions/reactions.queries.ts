import { graphql } from '../../../generated/gql.js';

/** What people did with the message, the post above it and our answers. */
export const reactionsFragment = graphql(`
  fragment CardReactions on AppealCard {
    source {
      kind
      replies
    }
    reactions {
      target
      message
      metric
      samples {
        from
        to
        value
      }
    }
  }
`);
