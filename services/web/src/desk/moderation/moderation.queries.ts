import { graphql } from '../../generated/gql.js';

/** A page of the stream; what is urgent or late, and how much waits, is in `moderationHead`. */
export const moderationList = graphql(`
  query ModerationList($district: String!, $filter: AppealFilter!, $after: String) {
    appeals(district: $district, filter: $filter, order: NEWEST, first: 100, after: $after) {
      total
      totalIsExact
      liveCursor
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...QueuedAppeal
      }
    }
  }
`);

export const moderationChanges = graphql(`
  subscription ModerationChanges($district: String!, $filter: AppealFilter!, $after: String) {
    appealChanges(district: $district, filter: $filter, after: $after) {
      cursor
      id
      kind
      row {
        ...QueuedAppeal
      }
    }
  }
`);

export const moderationHead = graphql(`
  query ModerationHead($district: String!, $urgent: AppealFilter!, $late: AppealFilter!) {
    urgent: appeals(district: $district, filter: $urgent, order: NEWEST, first: 50) {
      nodes {
        ...QueuedAppeal
      }
    }
    late: appeals(district: $district, filter: $late, order: OLDEST, first: 50) {
      nodes {
        ...QueuedAppeal
      }
    }
    moderation(district: $district) {
      waiting {
        channel
        network
        count
      }
      today {
        received
        answered
      }
      workingDay {
        received
        decided
        answered
      }
      answerOn
    }
  }
`);

export const moderationMessage = graphql(`
  query ModerationMessage($district: String!, $id: UUID!) {
    appeal(district: $district, id: $id) {
      text
      erased
      row {
        id
        version
        state
        channel
        regime
        receivedAt
      }
      ...GivenBeside
      files {
        id
        type
        size
        url
        name
      }
      letters {
        id
        type
        size
        url
      }
      supplements {
        text
        at
        byApplicant
        authorName
        url
      }
      source {
        url
        removedAt
        unavailable
        unread
        editions {
          text
          at
        }
      }
      earlierTotal
    }
  }
`);

export const similarAppeals = graphql(`
  query SimilarAppeals($districts: [String!]!, $query: String!) {
    search(districts: $districts, query: $query, match: ANY, first: 8) {
      nodes {
        score
        row {
          ...SimilarRow
        }
      }
    }
  }
`);

/** To which a message may be joined. */
export const similarRow = graphql(`
  fragment SimilarRow on AppealRow {
    id
    receipt
    number
    state
    excerpt
    receivedAt
    source {
      thread
      kind
      author
    }
    settlement {
      code
      name
    }
    questions {
      state
      topic {
        code
        name
      }
      executor {
        name
      }
    }
  }
`);

export const messageProposal = graphql(`
  query MessageProposal($input: RouteProposalInput!) {
    routeProposal(input: $input) {
      topic {
        code
        name
      }
      department {
        name
      }
      reason {
        rule
        words
        by
      }
      deadline {
        dueOn
        dueAt
        source
      }
    }
  }
`);

export const markDuplicates = graphql(`
  mutation MarkAsDuplicates($input: MarkAsDuplicatesInput!) {
    markAsDuplicates(input: $input) {
      id
      result {
        ...ActOutcome
      }
    }
  }
`);

export const joinManyKnown = graphql(`
  mutation JoinManyToKnownIssue($input: JoinManyToKnownIssueInput!) {
    joinManyToKnownIssue(input: $input) {
      id
      result {
        ...ActOutcome
      }
    }
  }
`);

export const takeBackMany = graphql(`
  mutation TakeBackDecisions($input: TakeBackDecisionsInput!) {
    takeBackDecisions(input: $input) {
      id
      result {
        ...ActOutcome
      }
    }
  }
`);

export const messageTemplates = graphql(`
  query MessageTemplates($district: String!) {
    answerTemplates(district: $district, forMessages: true) {
      id
      title
      text
      filled
    }
  }
`);
