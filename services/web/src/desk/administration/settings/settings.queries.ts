import { graphql } from '../../../generated/gql.js';

export const settingsInWorkDocument = graphql(`
  query SettingsInWork($district: String!) {
    settingsInWork(district: $district) {
      departments {
        code
        open
      }
      topics {
        code
        open
      }
      settlements {
        code
        open
      }
    }
  }
`);

export const settingsCodesDocument = graphql(`
  query SettingsCodes($district: String!, $search: String!) {
    classifier(district: $district, search: $search) {
      found {
        code
        name
        path
      }
    }
  }
`);

export const settingsVersionDocument = graphql(`
  query SettingsVersion($district: String!, $version: Int!) {
    districtFileVersion(district: $district, version: $version) {
      version
      text
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

export const rulesTrialDocument = graphql(`
  query RulesTrial($district: String!, $text: String!) {
    rulesTrial(district: $district, text: $text) {
      since
      received
      tried
      changed
      moves {
        appeals
        before {
          topic {
            name
          }
          department {
            name
          }
        }
        after {
          topic {
            name
          }
          department {
            name
          }
        }
      }
    }
  }
`);

export const settingsOfficialsDocument = graphql(`
  query SettingsOfficials($district: String!) {
    officials(district: $district) {
      login
      name
      state
    }
  }
`);

export const letterheadPreviewDocument = graphql(`
  query LetterheadPreview($district: String!, $text: String!) {
    letterheadPreview(district: $district, text: $text) {
      svg
      sheets
    }
  }
`);
