import { graphql } from '../../generated/gql.js';

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

export const confirmPromiseDocument = graphql(`
  mutation CardConfirmPromise($input: ConfirmPromiseInput!) {
    confirmPromise(input: $input) {
      ...ActOutcome
    }
  }
`);

export const extendPromiseDocument = graphql(`
  mutation CardExtendPromise($input: ExtendPromiseInput!) {
    extendPromise(input: $input) {
      ...ActOutcome
    }
  }
`);

export const classifyDocument = graphql(`
  mutation CardClassify($input: ClassifyQuestionInput!) {
    classifyQuestion(input: $input) {
      ...ActOutcome
    }
  }
`);

export const coExecutorsDocument = graphql(`
  mutation CardCoExecutors($input: AssignCoExecutorsInput!) {
    assignCoExecutors(input: $input) {
      ...ActOutcome
    }
  }
`);

export const contributeDocument = graphql(`
  mutation CardContribute($input: AddContributionInput!) {
    addContribution(input: $input) {
      ...ActOutcome
    }
  }
`);
