import { graphql } from '../../../generated/gql.js';

graphql(`
  fragment QuestionControl on QuestionCard {
    promiseKept
    promisePhoto
    promiseReason
    coExecutors {
      id
      name
    }
    coDepartments {
      code
      name
    }
    parts {
      mine
      official {
        id
        name
      }
      department {
        code
        name
      }
      text
      until
      doneAt
      doneBy {
        name
      }
      doneText
    }
    resolutions {
      text
      at
      draftBy
      by {
        name
      }
      executor {
        name
      }
    }
    passedOn {
      at
      from {
        name
      }
      to {
        name
      }
    }
    contributions {
      text
      at
      by {
        name
      }
    }
  }
`);

graphql(`
  fragment QuestionPromise on QuestionRow {
    classifier
    classified {
      code
      name
      edition
      path
    }
    controlledUntil
    awaitsLetterToBody
    result
    promise {
      state
      until
      promisedUntil
      extended
      missed
      keptOn
    }
  }
`);
