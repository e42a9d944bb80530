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
