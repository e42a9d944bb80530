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
