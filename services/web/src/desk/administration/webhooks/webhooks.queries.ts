import { graphql } from '../../../generated/gql.js';

graphql(`
  fragment WebhookFields on Webhook {
    id
    version
    url
    types
    description
    pausedBecause
    pausedAt
    failingSince
    lastFailure
    sentAt
    waiting
    failed
    secretSetAt
    formerSecretUntil
    keptSince
  }
`);

graphql(`
  fragment WebhookChangeFields on WebhookChange {
    webhook {
      ...WebhookFields
    }
    secret
    replayed
  }
`);

export const webhooksDocument = graphql(`
  query Webhooks($district: String!) {
    webhooks(district: $district) {
      ...WebhookFields
    }
  }
`);

export const webhookTypesDocument = graphql(`
  query WebhookTypes($district: String!) {
    webhookTypes(district: $district) {
      type
      title
      subject
    }
  }
`);

export const deliveriesDocument = graphql(`
  query WebhookDeliveries($district: String!, $webhook: UUID!, $state: WebhookDeliveryState) {
    webhookDeliveries(district: $district, webhook: $webhook, state: $state) {
      id
      type
      appeal
      at
      state
      attempts
      outcome
      triedAt
      nextAt
    }
  }
`);

export const addWebhookDocument = graphql(`
  mutation AddWebhook($input: AddWebhookInput!) {
    addWebhook(input: $input) {
      __typename
      ...WebhookChangeFields
      ...RefusalFields
    }
  }
`);

export const changeWebhookDocument = graphql(`
  mutation ChangeWebhook($input: ChangeWebhookInput!) {
    changeWebhook(input: $input) {
      __typename
      ...WebhookChangeFields
      ...RefusalFields
    }
  }
`);

export const renewWebhookSecretDocument = graphql(`
  mutation RenewWebhookSecret($input: ActOnWebhookInput!) {
    renewWebhookSecret(input: $input) {
      __typename
      ...WebhookChangeFields
      ...RefusalFields
    }
  }
`);

export const pauseWebhookDocument = graphql(`
  mutation PauseWebhook($input: ActOnWebhookInput!) {
    pauseWebhook(input: $input) {
      __typename
      ...WebhookChangeFields
      ...RefusalFields
    }
  }
`);

export const resumeWebhookDocument = graphql(`
  mutation ResumeWebhook($input: ActOnWebhookInput!) {
    resumeWebhook(input: $input) {
      __typename
      ...WebhookChangeFields
      ...RefusalFields
    }
  }
`);

export const removeWebhookDocument = graphql(`
  mutation RemoveWebhook($input: ActOnWebhookInput!) {
    removeWebhook(input: $input) {
      __typename
      ...WebhookChangeFields
      ...RefusalFields
    }
  }
`);

export const replayWebhookDocument = graphql(`
  mutation ReplayWebhook($input: ReplayWebhookInput!) {
    replayWebhook(input: $input) {
      __typename
      ...WebhookChangeFields
      ...RefusalFields
    }
  }
`);
