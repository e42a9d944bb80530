import { graphql } from '../generated/gql.js';

export const earlyWarningDocument = graphql(`
  query EarlyWarning($district: String!) {
    earlyWarning(district: $district) {
      today
      waves
      falseAlarms
      now {
        topic {
          code
          name
        }
        settlement {
          code
          name
        }
        began
        last
        week
        usualFrom
        usualTo
        weeks
        version
        mark {
          kind
          until
          by {
            name
          }
        }
      }
    }
  }
`);

export const markWaveDocument = graphql(`
  mutation MarkWave($input: MarkWaveInput!) {
    markWave(input: $input) {
      __typename
      ... on WaveMark {
        version
      }
      ...RefusalFields
    }
  }
`);
