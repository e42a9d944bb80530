import { graphql } from '../generated/gql.js';

export const topicsByPlaceDocument = graphql(`
  query TopicsByPlace($district: String!, $from: Date!, $to: Date!) {
    topicsByPlace(district: $district, from: $from, to: $to) {
      total
      places {
        settlement {
          code
          name
        }
        count
      }
      topics {
        topic {
          code
          name
        }
        count
        usual
        places {
          settlement {
            code
          }
          count
          usual
        }
      }
    }
  }
`);
