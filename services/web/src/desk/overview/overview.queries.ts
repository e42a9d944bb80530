import { graphql } from '../../generated/gql.js';

export const countsDocument = graphql(`
  query OverviewCounts(
    $district: String!
    $open: AppealFilter!
    $today: AppealFilter!
    $soon: AppealFilter!
    $overdue: AppealFilter!
    $kept: AppealFilter!
    $late: AppealFilter!
  ) {
    open: questions(district: $district, filter: $open, first: 1) {
      total
    }
    today: questions(district: $district, filter: $today, first: 1) {
      total
    }
    soon: questions(district: $district, filter: $soon, first: 1) {
      total
    }
    overdue: questions(district: $district, filter: $overdue, first: 1) {
      total
    }
    kept: questions(district: $district, filter: $kept, first: 1) {
      total
    }
    late: questions(district: $district, filter: $late, first: 1) {
      total
    }
  }
`);

export const overviewDepartmentsDocument = graphql(`
  query OverviewDepartments($district: String!) {
    directory(district: $district) {
      departments {
        code
        name
      }
    }
  }
`);

export const overdueDocument = graphql(`
  query OverviewOverdue($district: String!) {
    questions(district: $district, filter: { overdue: true }, order: DEADLINE, first: 8) {
      nodes {
        id
        excerpt
        dueOn
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
