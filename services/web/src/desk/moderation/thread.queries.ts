import { graphql } from '../../generated/gql.js';

/** What stands under the same post, or in the same dialogue. */
export const threadMessages = graphql(`
  query ThreadMessages($district: String!, $thread: UUID!) {
    appeals(district: $district, filter: { threads: [$thread] }, order: OLDEST, first: 100) {
      total
      nodes {
        ...ThreadMessage
      }
    }
    waiting: appeals(
      district: $district
      filter: { threads: [$thread], worklist: TO_MODERATE }
      order: OLDEST
      first: 100
    ) {
      total
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        version
        excerpt
      }
    }
  }
`);

/** The second hundred of what waits under the same post: two hundred are joined by one act. */
export const moreOfThread = graphql(`
  query MoreOfThread($district: String!, $thread: UUID!, $after: String!) {
    appeals(
      district: $district
      filter: { threads: [$thread], worklist: TO_MODERATE }
      order: OLDEST
      first: 100
      after: $after
    ) {
      nodes {
        id
        version
        excerpt
      }
    }
  }
`);

export const threadMessage = graphql(`
  fragment ThreadMessage on AppealRow {
    id
    version
    receipt
    number
    state
    excerpt
    receivedAt
    source {
      author
    }
  }
`);
