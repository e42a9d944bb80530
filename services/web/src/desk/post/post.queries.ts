import { graphql } from '../../generated/gql.js';

graphql(`
  fragment PostLetter on NoticeRow {
    ...SignedLetter
    id
    version
    state
    kind
    addressee
    body
    outgoing {
      number
      on
    }
    posting {
      means
      number
      sentOn
      track
      after {
        outcome
        on
        proof
      }
    }
    appeal
    number
    dueOn
    dueAt
    allowedActions
    failed {
      way
      code
      at
    }
    question {
      id
      excerpt
      topic {
        name
      }
      appeal {
        id
        receipt
        number
        channel
        settlement {
          name
        }
      }
    }
  }
`);

export const postList = graphql(`
  query PostList($district: String!) {
    paperNotices(district: $district, first: 100) {
      nodes {
        ...PostLetter
      }
    }
  }
`);

/** Letters that left by post: on their way, or those that were delivered, the newest last. */
export const sentLetters = graphql(`
  query SentLetters($district: String!, $from: Date) {
    onTheirWay: outgoingRegister(district: $district, ways: [PAPER], courses: [ON_ITS_WAY], last: 100) {
      nodes {
        notice {
          ...PostLetter
        }
      }
      total
    }
    delivered: outgoingRegister(district: $district, ways: [PAPER], courses: [DELIVERED], from: $from, last: 50) {
      nodes {
        notice {
          ...PostLetter
        }
      }
      total
    }
  }
`);

/** The newest last: a letter that came back and left again has its number twice. */
export const soughtLetter = graphql(`
  query SoughtLetter($district: String!, $number: String!) {
    outgoingRegister(district: $district, number: $number, last: 1) {
      nodes {
        appeal {
          id
        }
      }
    }
  }
`);

export const letterToPost = graphql(`
  query LetterToPost($district: String!, $id: UUID!) {
    letterToPost(district: $district, id: $id) {
      ...PrintedLetter
      dativeToConfirm
    }
  }
`);

export const printedLetters = graphql(`
  query PrintedLetters($district: String!, $letters: [LetterToPrint!]!, $pass: String) {
    printedLetters(district: $district, letters: $letters, pass: $pass)
  }
`);

/** For the sheets and envelopes of one press. */
export const namesOfLetters = graphql(`
  query NamesOfLetters($district: String!, $appeals: [UUID!]!, $letters: [LetterOfPrint!]!) {
    printedApplicants(district: $district, appeals: $appeals, printed: LETTERS, reason: TO_POST, letters: $letters) {
      opening
      pass
      closed
      applicants {
        appeal
        name
        address
      }
    }
  }
`);

export const nextOutgoingNumber = graphql(`
  query NextOutgoingNumber($district: String!) {
    nextOutgoingNumber(district: $district)
  }
`);
