import { graphql } from '../generated/gql.js';

export const noticesToPlace = graphql(`
  query NoticesToPlace($district: String!) {
    unknownNotices(district: $district) {
      id
      version
      appeal
      number
      network
      attention
      since
      link
      text
    }
  }
`);
