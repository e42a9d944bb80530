import { graphql } from '../../generated/gql.js';

/** The messages under the same post, or in the same dialogue. */
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
        ...WaitingMessage
      }
    }
    considered: appeals(
      district: $district
      filter: {
        threads: [$thread]
        states: [TAKEN_UP, REGISTERED, REOPEN_REQUESTED, ANSWERED, FORWARDED, LEFT_UNANSWERED]
      }
      order: NEWEST
      first: 50
    ) {
      nodes {
        ...SimilarRow
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
        ...WaitingMessage
      }
    }
  }
`);

export const waitingMessage = graphql(`
  fragment WaitingMessage on AppealRow {
    id
    version
    excerpt
    urgency
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
