import { graphql } from '../generated/gql.js';

/* Fragments that several screens name in their operations. */

/** Why a mutation changed nothing. */
graphql(`
  fragment RefusalFields on Refusal {
    code
    message
    current
    path
    faults {
      message
      path
    }
  }
`);

graphql(`
  fragment ActOutcome on ChangeResult {
    __typename
    ... on Change {
      id
      version
      consistencyToken
    }
    ...RefusalFields
  }
`);

/** A row of the queues of whole appeals: moderation, registration. */
graphql(`
  fragment QueuedAppeal on AppealRow {
    id
    version
    receipt
    number
    channel
    regime
    receivedAt
    dueOn
    dueAt
    overdue
    warning {
      duty
      share
      escalated
    }
    excerpt
    place
    fileCount
    allowedActions
    urgency
    danger
    dangerWords
    source {
      network
      accountTitle
      kind
      thread
      fate
      likes
      author
    }
    settlement {
      code
      name
    }
  }
`);

/** What the applicant gave beside the text. */
graphql(`
  fragment GivenBeside on AppealCard {
    place {
      text
      settlement {
        code
        name
      }
      point {
        latitude
        longitude
      }
    }
    chosenTopic {
      code
      name
    }
    topicAnswers {
      question
      answer
    }
  }
`);

/** A letter as it is printed. */
graphql(`
  fragment PrintedLetter on Letter {
    number
    date
    sender
    department
    address
    addresseeKind
    addressee
    addresseeAddress
    reference
    greeting
    paragraphs
    attachments
    signature
    executor
  }
`);
