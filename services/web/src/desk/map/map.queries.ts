import { graphql } from '../../generated/gql.js';

export const placesDocument = graphql(`
  query QuestionPlaces($district: String!, $filter: AppealFilter) {
    questionPlaces(district: $district, filter: $filter) {
      questions
      withoutPlace
      settlements {
        questions
        overdue
        settlement {
          code
          name
          point {
            latitude
            longitude
          }
        }
      }
    }
  }
`);
