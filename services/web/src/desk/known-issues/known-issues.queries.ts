import { graphql } from '../../generated/gql.js';

export const openedIssuesDocument = graphql(`
  query OpenedKnownIssues($district: String!) {
    openedKnownIssues(district: $district) {
      id
      version
      state
      title
      text
      textSah
      topics
      settlements
      organisation
      since
      until
      joined
      done
    }
  }
`);

export const openIssueDocument = graphql(`
  mutation OpenKnownIssue($input: OpenKnownIssueInput!) {
    openKnownIssue(input: $input) {
      ...ActOutcome
    }
  }
`);

export const updateIssueDocument = graphql(`
  mutation UpdateKnownIssue($input: UpdateKnownIssueInput!) {
    updateKnownIssue(input: $input) {
      ...ActOutcome
    }
  }
`);

export const endIssueDocument = graphql(`
  mutation EndKnownIssue($input: EndKnownIssueInput!) {
    endKnownIssue(input: $input) {
      ...ActOutcome
    }
  }
`);

export const enoughAnswersDocument = graphql(`
  query EnoughAnswers($district: String!) {
    enoughAnswers(district: $district) {
      id
      title
      count
      days {
        on
        count
      }
    }
  }
`);
