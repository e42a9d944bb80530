import { graphql } from '../../../generated/gql.js';

export const openingsDocument = graphql(`
  query Openings(
    $district: String!
    $kinds: [OpeningKind!]
    $appeal: UUID
    $official: UUID
    $from: Date
    $to: Date
    $after: String
  ) {
    openings(
      district: $district
      kinds: $kinds
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
        kind
        body
        role
        reason
        rows
        exported
        worklist
        printed
        letters {
          notice
          appeal
          number
        }
        official {
          id
          name
          department {
            name
          }
        }
        onBehalfOf {
          name
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

export const fileOpeningsDocument = graphql(`
  query FileOpenings($district: String!, $appeal: UUID, $official: UUID, $from: Date, $to: Date, $after: String) {
    fileOpenings(
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
        official
        onBehalfOf
        appeal
        receipt
        number
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const letterOpeningsDocument = graphql(`
  query LetterOpenings($district: String!, $appeal: UUID, $official: UUID, $from: Date, $to: Date, $after: String) {
    letterOpenings(
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
        official
        onBehalfOf
        role
        reason
        letters
        appeals
        number
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
        onBehalfOf {
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

export const accessRecordsDocument = graphql(`
  query AccessRecords($district: String!, $kinds: [AccessRecordKind!], $official: UUID, $after: String) {
    accessRecords(district: $district, kinds: $kinds, official: $official, first: 100, after: $after) {
      nodes {
        id
        at
        kind
        detail
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
        roles
        department {
          name
        }
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
