import { graphql } from '../../generated/gql.js';

/** Letters as they came, and what was added. */
export const writtenFragment = graphql(`
  fragment Written on AppealCard {
    letters {
      id
      type
      size
      url
    }
    source {
      network
      kind
      thread
      url
    }
    supplements {
      id
      text
      at
      byApplicant
      authorName
      files
      replies {
        text
        at
      }
    }
  }
`);
