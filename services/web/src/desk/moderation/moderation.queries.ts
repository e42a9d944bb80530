import { graphql } from '../../generated/gql.js';

export const moderationList = graphql(`
  query ModerationList($district: String!) {
    appeals(district: $district, filter: { worklist: TO_MODERATE }, order: OLDEST, first: 100) {
      total
      totalIsExact
      liveCursor
      nodes {
        ...QueuedAppeal
      }
    }
  }
`);

export const moderationChanges = graphql(`
  subscription ModerationChanges($district: String!, $after: String) {
    appealChanges(district: $district, filter: { worklist: TO_MODERATE }, after: $after) {
      cursor
      id
      kind
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
      place {
        text
        settlement {
          code
          name
        }
      }
      files {
        id
        type
        size
        url
        name
      }
      supplements {
        text
        at
      }
      earlier {
        id
        receipt
        number
        excerpt
        state
      }
    }
  }
`);

export const similarAppeals = graphql(`
  query SimilarAppeals($districts: [String!]!, $query: String!) {
    search(districts: $districts, query: $query, match: ANY, first: 8) {
      nodes {
        score
        row {
          id
          receipt
          number
          state
          excerpt
          receivedAt
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
      }
      deadline {
        dueOn
        source
      }
    }
  }
`);

export const takeUp = graphql(`
  mutation TakeUpMessage($input: AppealActInput!) {
    takeUpMessage(input: $input) {
      ...ActOutcome
    }
  }
`);

export const markDuplicate = graphql(`
  mutation MarkAsDuplicate($input: MarkAsDuplicateInput!) {
    markAsDuplicate(input: $input) {
      ...ActOutcome
    }
  }
`);

export const markSpam = graphql(`
  mutation MarkAsSpam($input: AppealReasonInput!) {
    markAsSpam(input: $input) {
      ...ActOutcome
    }
  }
`);

export const turnIntoAppeal = graphql(`
  mutation TurnIntoAppeal($input: TurnIntoAppealInput!) {
    turnIntoAppeal(input: $input) {
      ...ActOutcome
    }
  }
`);

export const takeBack = graphql(`
  mutation TakeBackDecision($input: AppealReasonInput!) {
    takeBackDecision(input: $input) {
      ...ActOutcome
    }
  }
`);
