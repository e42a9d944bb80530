import { graphql } from '../../generated/gql.js';

export const approvalList = graphql(`
  query ApprovalList($district: String!, $worklist: WorklistCode!) {
    questions(district: $district, filter: { worklist: $worklist }, order: DEADLINE, first: 100) {
      total
      totalIsExact
      liveCursor
      nodes {
        id
        excerpt
        gist
        dueOn
        dueAt
        overdue
        topic {
          name
        }
        department {
          name
        }
        executor {
          name
        }
        deadline {
          dueOn
          dueAt
          source
        }
        response {
          id
          version
          state
          outcome
        }
        appeal {
          id
          number
          receipt
          regime
          registeredOn
          settlement {
            name
          }
        }
      }
    }
  }
`);

export const approvalChanges = graphql(`
  subscription ApprovalChanges($district: String!, $worklist: WorklistCode!, $after: String) {
    questionChanges(district: $district, filter: { worklist: $worklist }, after: $after) {
      cursor
      id
      kind
    }
  }
`);

export const approvalCard = graphql(`
  query ApprovalCard($district: String!, $id: UUID!) {
    appeal(district: $district, id: $id) {
      text
      row {
        id
        registeredOn
      }
      files {
        id
        type
        size
        url
        name
      }
      responses {
        question
        text
        promisedUntil
        files {
          id
          type
          size
          url
          name
        }
        row {
          id
          version
          outcome
          allowedActions
        }
        draftedBy {
          name
        }
        approvedBy {
          name
        }
      }
      history {
        type
        at
        by {
          name
        }
      }
    }
  }
`);

export const outgoingLetter = graphql(`
  query OutgoingLetter(
    $district: String!
    $question: UUID!
    $text: String!
    $outcome: Outcome
    $attachments: [String!]
    $signing: Boolean
  ) {
    letterPreview(
      district: $district
      question: $question
      text: $text
      outcome: $outcome
      attachments: $attachments
      signing: $signing
    ) {
      subject
      email
      inNetwork {
        way
        network
        messages
      }
      way
      page
      letter {
        ...PrintedLetter
      }
      warnings {
        kind
        excerpt
      }
    }
  }
`);

export const draftSheet = graphql(`
  query DraftSheet(
    $district: String!
    $question: UUID!
    $text: String!
    $attachments: [String!]
    $signing: Boolean
    $addressed: Boolean
  ) {
    draftSheet(
      district: $district
      question: $question
      text: $text
      attachments: $attachments
      signing: $signing
      addressed: $addressed
    ) {
      svg
      sheets
    }
  }
`);

export const responseVersions = graphql(`
  query ApprovalVersions($district: String!, $response: UUID!) {
    responseVersions(district: $district, response: $response) {
      id
      ordinal
      version
      text
      byName
      at
      sentBack {
        code
        reason
        byName
        at
      }
    }
  }
`);
