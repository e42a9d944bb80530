import { graphql } from '../../generated/gql.js';

export const releaseDocument = graphql(`
  mutation CardReleaseNotice($input: ReleaseNoticeInput!) {
    releaseNotice(input: $input) {
      ...ActOutcome
    }
  }
`);
