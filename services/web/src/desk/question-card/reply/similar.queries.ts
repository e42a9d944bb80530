import { graphql } from '../../../generated/gql.js';

export const similarAnswersDocument = graphql(`
  query ReplySimilarAnswers($district: String!, $question: UUID!) {
    similarAnswers(district: $district, question: $question) {
      appeal
      number
      answeredOn
      asked
      isPublished
      text
      topic {
        name
      }
    }
  }
`);
