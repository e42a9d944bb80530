import { graphql } from '../../generated/gql.js';

export const cardDocument = graphql(`
  query Card($district: String!, $id: UUID!, $consistentWith: String) {
    appeal(district: $district, id: $id, consistentWith: $consistentWith) {
      text
      erased
      stale
      duplicateOf
      ratingComment
      place {
        text
        settlement {
          name
        }
      }
      files {
        id
        type
        size
        url
      }
      supplements {
        text
        at
      }
      earlier {
        id
        number
        receipt
        receivedAt
        excerpt
        state
      }
      history {
        type
        title
        at
        text
        by {
          name
        }
      }
      notices {
        id
        kind
        way
        state
        dispatchedAt
      }
      row {
        id
        number
        receipt
        registeredOn
        receivedAt
        regime
        channel
        state
        rating
        version
        questions {
          id
          version
          allowedActions
          ordinal
          excerpt
          state
          dueOn
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
          reason {
            rule
            words
          }
          deadline {
            dueOn
            rule
            ruleVersion
            source
            provisional
          }
          response {
            id
            state
            outcome
            version
            allowedActions
          }
        }
      }
      responses {
        question
        text
        sentBackReason
        signedAt
        draftedBy {
          id
          name
        }
        approvedBy {
          name
        }
        signedBy {
          name
        }
        row {
          id
          state
          outcome
          version
        }
        notes {
          text
          at
          by {
            name
          }
        }
      }
    }
  }
`);

/** Tells that something of this appeal changed; the card is then loaded again. */
export const cardChangesDocument = graphql(`
  subscription CardChanges($district: String!, $filter: AppealFilter) {
    appealChanges(district: $district, filter: $filter) {
      cursor
      id
      version
    }
  }
`);

export const applicantDocument = graphql(`
  query CardApplicant($district: String!, $appeal: UUID!, $reason: String!) {
    applicant(district: $district, appeal: $appeal, reason: $reason) {
      name
      contact
      contactKind
      identified
    }
  }
`);

export const routeDocument = graphql(`
  mutation CardRoute($input: RouteQuestionInput!) {
    routeQuestion(input: $input) {
      ...ActOutcome
    }
  }
`);

export const assignDocument = graphql(`
  mutation CardAssign($input: AssignExecutorInput!) {
    assignExecutor(input: $input) {
      ...ActOutcome
    }
  }
`);

export const returnDocument = graphql(`
  mutation CardReturn($input: QuestionReasonInput!) {
    returnQuestion(input: $input) {
      ...ActOutcome
    }
  }
`);

export const noteDocument = graphql(`
  mutation CardNote($input: AddNoteInput!) {
    addNote(input: $input) {
      ...ActOutcome
    }
  }
`);

export const cardViewersDocument = graphql(`
  subscription CardViewers($district: String!, $appeal: UUID!) {
    cardViewers(district: $district, appeal: $appeal) {
      id
      name
    }
  }
`);
