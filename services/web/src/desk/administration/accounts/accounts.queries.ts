import { graphql } from '../../../generated/gql.js';

graphql(`
  fragment AccountFields on NetworkAccount {
    id
    version
    network
    title
    isEnabled
    settings {
      name
      value
    }
    secrets {
      name
      setAt
      formerUntil
    }
    toCopy {
      title
      value
      secret
    }
  }
`);

graphql(`
  fragment AccountChange on NetworkAccountChange {
    account {
      ...AccountFields
    }
    made {
      name
      value
    }
  }
`);

export const accountsDocument = graphql(`
  query NetworkAccounts($district: String!) {
    networkAccounts(district: $district) {
      ...AccountFields
    }
  }
`);

export const kindsDocument = graphql(`
  query NetworkKinds($district: String!) {
    networkKinds(district: $district) {
      network
      title
      here
      there
      fields {
        name
        title
        hint
        isSecret
        isMade
        isOptional
        isList
      }
    }
  }
`);

export const addAccountDocument = graphql(`
  mutation AddNetworkAccount($input: AddNetworkAccountInput!) {
    addNetworkAccount(input: $input) {
      __typename
      ...AccountChange
      ...RefusalFields
    }
  }
`);

export const changeAccountDocument = graphql(`
  mutation ChangeNetworkAccount($input: ChangeNetworkAccountInput!) {
    changeNetworkAccount(input: $input) {
      __typename
      ...AccountChange
      ...RefusalFields
    }
  }
`);

export const renewSecretDocument = graphql(`
  mutation RenewNetworkSecret($input: RenewNetworkSecretInput!) {
    renewNetworkSecret(input: $input) {
      __typename
      ...AccountChange
      ...RefusalFields
    }
  }
`);

export const disableAccountDocument = graphql(`
  mutation DisableNetworkAccount($input: SwitchNetworkAccountInput!) {
    disableNetworkAccount(input: $input) {
      __typename
      ...AccountChange
      ...RefusalFields
    }
  }
`);

export const enableAccountDocument = graphql(`
  mutation EnableNetworkAccount($input: SwitchNetworkAccountInput!) {
    enableNetworkAccount(input: $input) {
      __typename
      ...AccountChange
      ...RefusalFields
    }
  }
`);

export const healthDocument = graphql(`
  query NetworkHealth($district: String!) {
    networkHealth(district: $district) {
      account
      problems
      since
      heardAt
      messagesPerDay
      readAt
      lookedAt
      repairedAt
      failedAt
    }
  }
`);

export const answersDocument = graphql(`
  query AccountAnswers($district: String!) {
    accountAnswers(district: $district) {
      account
      answeredAt
      sentPerWeek
      returnedPerWeek
    }
  }
`);

export const checkAccountDocument = graphql(`
  mutation CheckNetworkAccount($input: CheckNetworkAccountInput!) {
    checkNetworkAccount(input: $input) {
      __typename
      ... on NetworkCheck {
        askedAt
      }
      ...RefusalFields
    }
  }
`);

export const unknownNoticesDocument = graphql(`
  query UnknownNotices($district: String!) {
    unknownNotices(district: $district) {
      id
      version
      appeal
      number
      network
      way
      attention
      since
      link
    }
  }
`);

export const bodyServersDocument = graphql(`
  query BodyServers($district: String!) {
    bodyServers(district: $district) {
      organisation
      name
      endpoint
      isOpen
      hasKey
      problem
      problemSince
      answeredAt
      waiting
      followed
    }
  }
`);
