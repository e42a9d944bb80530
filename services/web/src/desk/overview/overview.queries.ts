import { graphql } from '../../generated/gql.js';

export const boardDocument = graphql(`
  query Board($district: String!, $from: Date!, $to: Date!) {
    board(district: $district, from: $from, to: $to) {
      whole {
        ...BoardNumbers
      }
      departments {
        ...BoardNumbers
      }
      topics {
        ...BoardNumbers
      }
      executors {
        id
        executor {
          name
        }
        open
        dueToday
        coming
        overdue
        answered
        kept
        late
        sameDay
      }
      coming {
        on
        due
      }
    }
  }

  fragment BoardNumbers on BoardLine {
    code
    name
    open
    unassigned
    extended
    promised
    promisesMissed
    dueToday
    coming
    overdue
    answered
    kept
    late
    sameDay
  }
`);

export const overdueDocument = graphql(`
  query OverviewOverdue($district: String!, $filter: AppealFilter!) {
    questions(district: $district, filter: $filter, order: DEADLINE, first: 5) {
      nodes {
        id
        excerpt
        gist
        dueOn
        dueAt
        executor {
          name
        }
        department {
          name
        }
        appeal {
          id
          number
          receipt
        }
      }
    }
  }
`);

export const topicsByMonthDocument = graphql(`
  query TopicsByMonth($district: String!, $filter: AppealFilter!) {
    search(districts: [$district], query: "", filter: $filter, first: 1) {
      facets {
        topics {
          value
          name
          count
        }
        months {
          value
          count
        }
      }
    }
  }
`);
