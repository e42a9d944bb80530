import { graphql } from '../generated/gql.js';

graphql(`
  fragment SavedSearchFields on SavedView {
    ...SavedViewFields
    followed {
      seenOn
      seenCount
      ways
    }
    mayBeSent
  }
`);

export const savedSearchesDocument = graphql(`
  query SavedSearches($district: String!) {
    savedViews(district: $district) {
      ...SavedSearchFields
    }
  }
`);

export const followViewDocument = graphql(`
  mutation FollowView($input: FollowViewInput!) {
    followView(input: $input) {
      __typename
      ...SavedSearchFields
      ...RefusalFields
    }
  }
`);

/** How many a saved search finds. */
export const foundDocument = graphql(`
  query CountFound($districts: [String!]!, $query: String!, $filter: AppealFilter) {
    search(districts: $districts, query: $query, filter: $filter, first: 1) {
      total
      relaxed
      corrections {
        from
      }
    }
  }
`);
