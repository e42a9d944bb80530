import { graphql } from '../../generated/gql.js';

graphql(`
  fragment SavedViewFields on SavedView {
    id
    version
    name
    list
    query
    words
    columns
    isShared
    department
    isOwn
    mayChange
  }
`);

export const savedViewsDocument = graphql(`
  query SavedViews($district: String!) {
    savedViews(district: $district) {
      ...SavedViewFields
    }
  }
`);

export const saveViewDocument = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      __typename
      ...SavedViewFields
      ...RefusalFields
    }
  }
`);

export const shareViewDocument = graphql(`
  mutation ShareView($input: ShareViewInput!) {
    shareView(input: $input) {
      __typename
      ...SavedViewFields
      ...RefusalFields
    }
  }
`);

export const removeViewDocument = graphql(`
  mutation RemoveView($input: RemoveViewInput!) {
    removeView(input: $input) {
      __typename
      ...SavedViewFields
      ...RefusalFields
    }
  }
`);

export const countQuestionsDocument = graphql(`
  query CountViewQuestions($district: String!, $filter: AppealFilter!) {
    counted: questions(district: $district, filter: $filter, first: 1) {
      total
      totalIsExact
    }
  }
`);

export const countAppealsDocument = graphql(`
  query CountViewAppeals($district: String!, $filter: AppealFilter!) {
    counted: appeals(district: $district, filter: $filter, first: 1) {
      total
      totalIsExact
    }
  }
`);
