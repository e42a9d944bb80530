import { graphql } from '../generated/gql.js';

/** A text that was found, as its line is shown. */
graphql(`
  fragment FoundText on SearchHit {
    highlights
    row {
      id
      number
      receipt
      receivedAt
      registeredOn
      state
      channel
      dueOn
      dueAt
      overdue
      excerpt
      district {
        code
        name
        zone
      }
      questions {
        topic {
          name
        }
        department {
          name
        }
      }
    }
  }
`);

export const searchDocument = graphql(`
  query SearchAppeals(
    $districts: [String!]!
    $query: String!
    $filter: AppealFilter
    $order: SearchOrder
    $first: Int!
    $after: String
  ) {
    search(districts: $districts, query: $query, filter: $filter, order: $order, first: $first, after: $after) {
      total
      totalIsExact
      relaxed
      foundBy {
        isCut
        choices {
          sides
        }
      }
      degraded
      corrections {
        from
        to
      }
      facets {
        topics {
          value
          name
          count
        }
        departments {
          value
          name
          count
        }
        settlements {
          value
          name
          count
        }
        states {
          value
          count
        }
        channels {
          value
          name
          count
        }
        terms {
          value
          name
          count
        }
        results {
          value
          count
        }
        classifiers {
          value
          name
          count
        }
        months {
          value
          count
        }
        regimes {
          value
          name
          count
        }
        networks {
          value
          count
        }
        senders {
          value
          name
          count
        }
        ratings {
          value
          count
        }
        reopened {
          value
          count
        }
      }
      nodes {
        ...FoundText
      }
      nearby {
        ...FoundText
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What was found, on a page of its own. */
export const maskedDocument = graphql(`
  query MaskedAppeal($district: String!, $id: UUID!) {
    maskedAppeal(district: $district, id: $id) {
      id
      number
      receipt
      channel
      state
      receivedOn
      registeredOn
      text
      supplements
      answers
      district {
        code
        name
      }
      settlement {
        name
      }
      questions {
        id
        result
        ground
        dueOn
        answeredOn
        topic {
          name
        }
        department {
          name
        }
      }
    }
  }
`);

/** How many are found in each district of the official, whichever are chosen. */
export const countDocument = graphql(`
  query CountAppeals($districts: [String!]!, $query: String!, $filter: AppealFilter) {
    search(districts: $districts, query: $query, filter: $filter, first: 1) {
      facets {
        districts {
          value
          count
        }
      }
    }
  }
`);

export const answerTimesDocument = graphql(`
  query AnswerTimes($districts: [String!]!, $by: AnswerTimesBy!, $query: String!, $filter: AppealFilter) {
    answerTimes(districts: $districts, by: $by, query: $query, filter: $filter) {
      isExact
      groups {
        value
        name
        questions
        answered
        kept
        late
        overdue
        sameDay
        rated
        satisfied
        answeredOnce
        reopened
        days {
          lower
          median
          upper
        }
        firstDays {
          lower
          median
          upper
        }
        ownDays {
          median
        }
      }
    }
  }
`);

/** A page of what is saved as a file; the server records the first. */
export const exportDocument = graphql(`
  query ExportAppeals($districts: [String!]!, $query: String!, $filter: AppealFilter, $first: Int!, $after: String) {
    search(
      districts: $districts
      query: $query
      filter: $filter
      order: OLDEST
      export: true
      first: $first
      after: $after
    ) {
      nodes {
        row {
          id
          number
          receipt
          registeredOn
          receivedAt
          channel
          state
          dueOn
          dueAt
          rating
          excerpt
          district {
            name
            zone
          }
          settlement {
            name
          }
          questions {
            termKept
            result
            ground
            classified {
              code
              name
              path
            }
            topic {
              name
            }
            department {
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
