import { graphql } from '../../../generated/gql.js';

export const openingsDocument = graphql(`
  query ContactOpenings($district: String!, $appeal: UUID, $official: UUID, $from: Date, $to: Date, $after: String) {
    contactOpenings(
      district: $district
      appeal: $appeal
      official: $official
      from: $from
      to: $to
      first: 100
      after: $after
    ) {
      nodes {
        id
        at
        role
        reason
        official {
          id
          name
          department {
            name
          }
        }
        appeal {
          id
          number
          receipt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const recordsDocument = graphql(`
  query AdministrationRecords($district: String!, $official: UUID, $after: String) {
    administrationRecords(district: $district, official: $official, first: 100, after: $after) {
      nodes {
        id
        at
        kind
        text
        by {
          id
          name
        }
        official {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const peopleDocument = graphql(`
  query People($district: String!) {
    directory(district: $district) {
      officials {
        id
        name
      }
    }
  }
`);

export const appealByNumberDocument = graphql(`
  query AppealByNumber($district: String!, $filter: AppealFilter!) {
    appeals(district: $district, filter: $filter, first: 1) {
      nodes {
        id
        number
      }
    }
  }
`);
