import { graphql } from '../../generated/gql.js';

graphql(`
  fragment ReviewEditionFields on ReviewEdition {
    id
    version
    period
    edition
    state
    text
    isOwn
    preparedAt
    preparedBy {
      name
    }
    decidedAt
    decidedBy {
      name
    }
    reason
  }
`);

export const reviewEditionsDocument = graphql(`
  query ReviewEditions($district: String!, $period: String!) {
    reviewEditions(district: $district, period: $period) {
      ...ReviewEditionFields
    }
  }
`);

export const prepareReviewDocument = graphql(`
  mutation PrepareReview($input: PrepareReviewInput!) {
    prepareReview(input: $input) {
      __typename
      ...ReviewEditionFields
      ...RefusalFields
    }
  }
`);

export const releaseReviewDocument = graphql(`
  mutation ReleaseReview($input: ReleaseReviewInput!) {
    releaseReview(input: $input) {
      __typename
      ...ReviewEditionFields
      ...RefusalFields
    }
  }
`);

export const takeBackReviewDocument = graphql(`
  mutation TakeBackReview($input: TakeBackReviewInput!) {
    takeBackReview(input: $input) {
      __typename
      ...ReviewEditionFields
      ...RefusalFields
    }
  }
`);
