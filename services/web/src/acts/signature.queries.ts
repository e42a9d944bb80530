import { graphql } from '../generated/gql.js';

/** What the desk shows of the electronic signatures beside a letter. */
export const signedLetter = graphql(`
  fragment SignedLetter on NoticeRow {
    id
    version
    allowedActions
    state
    outgoing {
      number
      on
    }
    demandedSignature
    lacksSignature
    isToSign
    signatures {
      level
      signature
      algorithm
      number
      thumbprint
      from
      until
      signedAt
      at
      by {
        name
      }
    }
  }
`);

export const letterToSign = graphql(`
  query LetterToSign($district: String!, $id: UUID!) {
    letterToSign(district: $district, id: $id) {
      number
      sha256
      pdf
    }
  }
`);
