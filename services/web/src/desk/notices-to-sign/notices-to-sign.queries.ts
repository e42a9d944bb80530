import { graphql } from '../../generated/gql.js';

/** The sheet as it would be signed now; who opens it is recorded. */
export const noticeToSignDocument = graphql(`
  query NoticeToSign($district: String!, $id: UUID!) {
    noticeToSign(district: $district, id: $id) {
      ...PrintedLetter
    }
  }
`);

export const signNoticesDocument = graphql(`
  mutation SignNotices($input: SignNoticesInput!) {
    signNotices(input: $input) {
      id
      result {
        __typename
        ... on Change {
          version
        }
        ...RefusalFields
      }
    }
  }
`);
