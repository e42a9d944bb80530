import { graphql } from '../../generated/gql.js';

export const foundDocument = graphql(`
  query FoundMessages($district: String!, $decided: Boolean!) {
    foundMessages(district: $district, decided: $decided) {
      id
      version
      communityName
      url
      text
      writtenAt
      foundAt
      deletedAt
      outcome
      decidedAt
      author
      appeal
      same {
        communityName
        outcome
        appeal
      }
    }
    watchedCommunities(district: $district) {
      code
      name
      address
      words
      order
      readAt
      problem
    }
  }
`);

export const decideFoundDocument = graphql(`
  mutation DecideFoundMessage($input: DecideFoundMessageInput!) {
    decideFoundMessage(input: $input) {
      __typename
      ... on FoundMessage {
        id
        version
        outcome
      }
      ...RefusalFields
    }
  }
`);
