import { graphql } from '../../../generated/gql.js';

export const historyFields = graphql(`
  fragment HistoryFields on HistoryItem {
    type
    title
    at
    text
    notice
    body
    rule
    question
    into
    changes {
      of
      was
      is
    }
    term {
      duty
      dueOn
      dueAt
      before
      reason
      share
    }
    by {
      name
    }
    onBehalfOf {
      name
    }
  }
`);
