import { graphql } from '../../generated/gql.js';

export const registrationList = graphql(`
  query RegistrationList($district: String!) {
    urgent: appeals(district: $district, filter: { worklist: TO_REGISTER, urgent: true }, order: DEADLINE, first: 50) {
      nodes {
        ...QueuedAppeal
      }
    }
    appeals(district: $district, filter: { worklist: TO_REGISTER }, order: DEADLINE, first: 100) {
      total
      totalIsExact
      liveCursor
      nodes {
        ...QueuedAppeal
      }
    }
  }
`);

export const registrationChanges = graphql(`
  subscription RegistrationChanges($district: String!, $after: String) {
    appealChanges(district: $district, filter: { worklist: TO_REGISTER }, after: $after) {
      cursor
      id
      kind
    }
  }
`);

export const registrationCard = graphql(`
  query RegistrationCard($district: String!, $id: UUID!) {
    appeal(district: $district, id: $id) {
      text
      ...GivenBeside
      files {
        id
        type
        size
        url
        name
      }
      earlier {
        id
        receipt
        number
        state
        excerpt
        registeredOn
      }
    }
  }
`);

export const registrationProposal = graphql(`
  query RegistrationProposal($input: RouteProposalInput!) {
    routeProposal(input: $input) {
      topic {
        name
      }
      department {
        name
      }
      reason {
        rule
        words
        by
      }
      deadline {
        dueOn
        dueAt
        source
        provisional
      }
    }
  }
`);

export const registrationDistrict = graphql(`
  query RegistrationDistrict($district: String!) {
    district(code: $district) {
      name
      phones {
        phone
      }
      address
      settlements {
        code
        name
      }
      topics {
        code
        name
        questions {
          code
          text
          options
        }
      }
    }
  }
`);

export const enterAppeal = graphql(`
  mutation EnterAppeal($input: EnterAppealInput!) {
    enterAppeal(input: $input) {
      __typename
      ... on Receipt {
        id
        number
        followUpCode
        receivedAt
        version
      }
      ...RefusalFields
    }
  }
`);

export const earlierAddress = graphql(`
  query EarlierAddress($district: String!, $appeal: UUID!) {
    applicantFile(district: $district, appeal: $appeal, reason: REGISTERING) {
      applicant {
        address
        phone
      }
    }
  }
`);

export const earlierAppeals = graphql(`
  query EarlierAppeals($district: String!, $name: String, $contact: String, $phone: String) {
    earlierAppeals(district: $district, name: $name, contact: $contact, phone: $phone) {
      total
      open
      appeals {
        id
        number
        receipt
        receivedAt
        channel
        state
        excerpt
      }
    }
  }
`);
