import { graphql } from '../../../generated/gql.js';

graphql(`
  fragment PublicClientFields on PublicClient {
    id
    version
    title
    redirects
    mayAct
    addedAt
  }
`);

export const publicClientsDocument = graphql(`
  query PublicClients($district: String!) {
    publicClients(district: $district) {
      ...PublicClientFields
    }
  }
`);

export const revokePublicClientDocument = graphql(`
  mutation RevokePublicClient($input: RevokePublicClientInput!) {
    revokePublicClient(input: $input) {
      __typename
      ... on PublicClientChange {
        id
      }
      ...RefusalFields
    }
  }
`);
