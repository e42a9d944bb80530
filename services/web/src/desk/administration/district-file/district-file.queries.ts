import { graphql } from '../../../generated/gql.js';

export const districtFileDocument = graphql(`
  query DistrictFile($district: String!) {
    districtFile(district: $district) {
      text
      version
      validFrom
      by {
        name
      }
    }
    districtFileVersions(district: $district) {
      version
      validFrom
      by {
        name
      }
    }
  }
`);

export const differencesDocument = graphql(`
  query DistrictFileDifferences($district: String!, $text: String!, $inWork: String) {
    districtFileDifferences(district: $district, text: $text, inWork: $inWork) {
      version
      faults {
        message
        place
        line
      }
      warnings {
        message
        place
        line
      }
      parts {
        part
        changes {
          name
          title
          kind
          before
          after {
            text
            isNew
          }
          line
          faults {
            message
            line
          }
        }
      }
    }
  }
`);

/** What open questions have, signed: what is not among it may be removed. */
export const inWorkDocument = graphql(`
  query InWork($district: String!) {
    settingsInWork(district: $district) {
      pass
    }
  }
`);

export const applyDocument = graphql(`
  mutation ApplyDistrictFile($input: ApplyDistrictFileInput!) {
    applyDistrictFile(input: $input) {
      __typename
      ... on DistrictFile {
        version
      }
      ...RefusalFields
    }
  }
`);
