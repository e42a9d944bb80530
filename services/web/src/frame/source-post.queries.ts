import { graphql } from '../generated/gql.js';

export const sourcePosts = graphql(`
  query SourcePosts($district: String!, $threads: [UUID!]!) {
    sourcePosts(district: $district, threads: $threads) {
      thread
      text
      url
    }
  }
`);
