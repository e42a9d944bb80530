import { graphql } from '../../../generated/gql.js';

export const oldJournalLoadsDocument = graphql(`
  query OldJournalLoads($district: String!) {
    oldJournalLoads(district: $district) {
      id
      takenAt
      state
      rows
      refused
      fileHash
      removedAt
      removedReason
      months {
        name
        inFile
        stored
      }
      topics {
        name
        inFile
        stored
      }
    }
  }
`);

export const oldJournalFileDocument = graphql(`
  query OldJournalFile($district: String!, $file: UUID!, $columns: [OldJournalColumnInput!]) {
    oldJournalFile(district: $district, file: $file, columns: $columns) {
      name
      known
      numbers {
        year
        first
        last
        count
        absent
        isPresent
      }
      sheets {
        name
        missing
        rows
        taken
        empty
        leftOut
        faultCount
        columns {
          at
          letters
          title
          kind
          isByContent
        }
        sample {
          row
          cells
        }
        faults {
          row
          column
          code
          text
          likeRow
          likeSheet
          isRefused
        }
      }
    }
  }
`);

export const takeInOldJournalDocument = graphql(`
  mutation TakeInOldJournal($input: TakeInOldJournalInput!) {
    takeInOldJournal(input: $input) {
      __typename
      ... on OldJournalStep {
        load
        done
        total
        isWhole
      }
      ...RefusalFields
    }
  }
`);

export const takeBackOldJournalDocument = graphql(`
  mutation TakeBackOldJournal($input: TakeBackOldJournalInput!) {
    takeBackOldJournal(input: $input) {
      __typename
      ... on OldJournalStep {
        load
        done
        total
        isWhole
      }
      ...RefusalFields
    }
  }
`);
