import { graphql } from '../../generated/gql.js';

export const startQuestionsDocument = graphql(`
  query StartQuestions($district: String!, $filter: AppealFilter!, $order: AppealOrder, $first: Int) {
    questions(district: $district, filter: $filter, order: $order, first: $first) {
      total
      totalIsExact
      nodes {
        id
        excerpt
        gist
        dueOn
        dueAt
        ownPart {
          until
          doneAt
        }
        appeal {
          id
          number
          receipt
          settlement {
            name
          }
        }
      }
    }
  }
`);

export const startAppealsDocument = graphql(`
  query StartAppeals($district: String!, $filter: AppealFilter!, $order: AppealOrder, $first: Int) {
    appeals(district: $district, filter: $filter, order: $order, first: $first) {
      nodes {
        id
        excerpt
        gist
        dueOn
        dueAt
        number
        receipt
        settlement {
          name
        }
      }
    }
  }
`);

/** How much of a list falls due on each of seven days. */
export const startTermsDocument = graphql(`
  query StartTerms(
    $district: String!
    $day0: AppealFilter!
    $day1: AppealFilter!
    $day2: AppealFilter!
    $day3: AppealFilter!
    $day4: AppealFilter!
    $day5: AppealFilter!
    $day6: AppealFilter!
  ) {
    day0: questions(district: $district, filter: $day0, first: 1) {
      total
    }
    day1: questions(district: $district, filter: $day1, first: 1) {
      total
    }
    day2: questions(district: $district, filter: $day2, first: 1) {
      total
    }
    day3: questions(district: $district, filter: $day3, first: 1) {
      total
    }
    day4: questions(district: $district, filter: $day4, first: 1) {
      total
    }
    day5: questions(district: $district, filter: $day5, first: 1) {
      total
    }
    day6: questions(district: $district, filter: $day6, first: 1) {
      total
    }
  }
`);
