import { graphql } from '../../generated/gql.js';

export const cardDocument = graphql(`
  query Card($district: String!, $id: UUID!, $consistentWith: String, $at: DateTime) {
    appeal(district: $district, id: $id, consistentWith: $consistentWith, at: $at) {
      text
      erased
      isAnonymous
      stale
      duplicateOf
      atOnce {
        text
      }
      ratingComment
      entry {
        kind
        answerWay
        signatories
        originalNumber
        originalDate
        sheets
        enclosures
        forwardedBy
      }
      receivedFrom {
        kind
        body
        number
        date
        term
        wantsAnswer
      }
      ...GivenBeside
      files {
        id
        type
        size
        url
      }
      ...Written
      ...CardReactions
      isRepeat
      proposedRepeat {
        id
        number
        cause
      }
      earlierTotal
      earlier {
        id
        number
        receipt
        receivedAt
        excerpt
        state
        questions {
          id
          excerpt
          state
        }
      }
      questions {
        id
        text
        ...QuestionControl
        proposedParts
        ...Forwarding
        ...CardBodies
        ground
        earlierAnswers
        publishedAt
        endedOn
        mergedInto
        routedByWholeText
        internalClock {
          used
          paused
        }
        complainedOf
        ...QuestionCourse
      }
      answers {
        question
        text
        outcome
        signedAt
        isOral
        signedBy {
          name
        }
      }
      reopening {
        reason
        question
        requestedAt
        decision
        decidedAt
        decisionReason
        granted
      }
      ...Registrations
      history {
        ...HistoryFields
      }
      notices {
        ...SignedLetter
        id
        kind
        way
        state
        proof
        dispatchedAt
        cancelled
        question {
          id
          ordinal
        }
        entered {
          state
          enteredOn
        }
        posting {
          means
          number
          sentOn
          track
          by {
            name
          }
          after {
            outcome
            on
          }
        }
        failed {
          way
          code
          at
        }
        lateProof {
          way
          proof
          dispatchedAt
        }
        body
        link
        seenAt
        readAt
        removedAt
        soughtAt
        attention
        found
        version
        allowedActions
      }
      row {
        id
        gist
        repeatOf {
          id
          number
          cause
        }
        number
        receipt
        registeredOn
        receivedAt
        regime
        channel
        source {
          author
        }
        state
        rating
        version
        allowedActions
        deadline {
          ...CountedTerm
        }
        questions {
          id
          version
          allowedActions
          ordinal
          excerpt
          state
          dueOn
          termKept
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
          draftBy
          acknowledgedAt
          reason {
            rule
            words
            by
          }
          ...QuestionPromise
          deadlines {
            ...CountedTerm
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
        promisedUntil
        files {
          id
          type
          size
          url
          name
        }
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
          id
          name
        }
        ...Publication
        row {
          id
          state
          outcome
          version
          allowedActions
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

export const cardViewersDocument = graphql(`
  subscription CardViewers($district: String!, $appeal: UUID!) {
    cardViewers(district: $district, appeal: $appeal) {
      id
      name
    }
  }
`);
