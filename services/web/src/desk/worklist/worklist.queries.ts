import { graphql } from '../../generated/gql.js';

graphql(`
  fragment WorklistQuestion on QuestionRow {
    id
    version
    allowedActions
    ordinal
    excerpt
    gist
    state
    dueOn
    awaitsLetterToBody
    dueAt
    overdue
    warning {
      duty
      share
      escalated
    }
    topic {
      code
      name
    }
    department {
      code
      name
    }
    executor {
      id
      name
    }
    assignedBy {
      name
    }
    assignedAt
    acknowledgedAt
    ownPart {
      until
      doneAt
    }
    reason {
      rule
      words
      by
    }
    dueTerm {
      rule
      duty
      source
    }
    response {
      state
      outcome
    }
    result
    classified {
      code
      name
      path
    }
    appeal {
      id
      number
      receipt
      registeredOn
      receivedAt
      channel
      source {
        network
      }
      sentBy
      bodyTerm
      repeatOf {
        number
      }
      regime
      state
      place
      fileCount
      urgency
      danger
      version
      settlement {
        code
        name
      }
    }
  }
`);

graphql(`
  fragment WorklistAppeal on AppealRow {
    id
    version
    allowedActions
    number
    receipt
    registeredOn
    receivedAt
    channel
    source {
      network
    }
    sentBy
    bodyTerm
    repeatOf {
      number
    }
    regime
    state
    excerpt
    gist
    place
    fileCount
    urgency
    danger
    dueOn
    dueAt
    overdue
    warning {
      duty
      share
      escalated
    }
    settlement {
      code
      name
    }
    questions {
      id
      topic {
        code
        name
      }
      department {
        code
        name
      }
      executor {
        id
        name
      }
      result
      classified {
        code
        name
        path
      }
    }
  }
`);

export const questionsDocument = graphql(`
  query WorklistQuestions(
    $district: String!
    $filter: AppealFilter
    $urgent: AppealFilter!
    $order: AppealOrder
    $first: Int
    $after: String
    $export: Boolean
  ) {
    urgent: questions(district: $district, filter: $urgent, order: $order, first: 50) {
      nodes {
        ...WorklistQuestion
      }
    }
    questions(district: $district, filter: $filter, order: $order, first: $first, after: $after, export: $export) {
      nodes {
        ...WorklistQuestion
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      total
      totalIsExact
      liveCursor
    }
  }
`);

export const questionChangesDocument = graphql(`
  subscription WorklistQuestionChanges($district: String!, $filter: AppealFilter, $after: String) {
    questionChanges(district: $district, filter: $filter, after: $after) {
      cursor
      id
      kind
      row {
        ...WorklistQuestion
      }
    }
  }
`);

export const appealsDocument = graphql(`
  query WorklistAppeals(
    $district: String!
    $filter: AppealFilter
    $urgent: AppealFilter!
    $order: AppealOrder
    $first: Int
    $after: String
    $export: Boolean
  ) {
    urgent: appeals(district: $district, filter: $urgent, order: $order, first: 50) {
      nodes {
        ...WorklistAppeal
      }
    }
    appeals(district: $district, filter: $filter, order: $order, first: $first, after: $after, export: $export) {
      nodes {
        ...WorklistAppeal
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      total
      totalIsExact
      liveCursor
    }
  }
`);

export const appealChangesDocument = graphql(`
  subscription WorklistAppealChanges($district: String!, $filter: AppealFilter, $after: String) {
    appealChanges(district: $district, filter: $filter, after: $after) {
      cursor
      id
      kind
      row {
        ...WorklistAppeal
      }
    }
  }
`);

export const previewDocument = graphql(`
  query WorklistPreview($district: String!, $id: UUID!) {
    appeal(district: $district, id: $id) {
      row {
        id
      }
      text
      files {
        id
        type
        size
        url
      }
      earlierTotal
    }
  }
`);
