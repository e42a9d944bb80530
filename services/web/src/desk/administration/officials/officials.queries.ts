import { graphql } from '../../../generated/gql.js';

export const officialFields = graphql(`
  fragment OfficialFields on OfficialAccount {
    id
    login
    name
    position
    state
    roles {
      role
      since
      department {
        code
        name
      }
    }
    absence {
      from
      to
      reason
      standIn {
        id
        name
      }
    }
    substitutions {
      id
      from
      to
      order
      post
      substitute {
        id
        name
      }
    }
    hasEmail
    lastSignInAt
    hasSecondFactor
    invitedAt
    invitationExpiresAt
    dismissedAt
    version
  }
`);

export const officialsDocument = graphql(`
  query Officials($district: String!) {
    officials(district: $district) {
      ...OfficialFields
    }
  }
`);

export const departmentsDocument = graphql(`
  query Departments($district: String!) {
    directory(district: $district) {
      departments {
        code
        name
      }
    }
  }
`);

export const inviteDocument = graphql(`
  mutation InviteOfficial($input: InviteOfficialInput!) {
    inviteOfficial(input: $input) {
      __typename
      ... on Invitation {
        link
        expiresAt
        issuer
        isSent
        official {
          ...OfficialFields
        }
      }
      ...RefusalFields
    }
  }
`);

export const newInvitationDocument = graphql(`
  mutation NewInvitation($input: NewInvitationInput!) {
    newInvitation(input: $input) {
      __typename
      ... on Invitation {
        link
        expiresAt
        issuer
        isSent
        official {
          ...OfficialFields
        }
      }
      ...RefusalFields
    }
  }
`);

export const changeRolesDocument = graphql(`
  mutation ChangeOfficialRoles($input: ChangeOfficialRolesInput!) {
    changeOfficialRoles(input: $input) {
      __typename
      ... on OfficialAccount {
        ...OfficialFields
      }
      ...RefusalFields
    }
  }
`);

export const recordAbsenceDocument = graphql(`
  mutation RecordAbsence($input: RecordAbsenceInput!) {
    recordAbsence(input: $input) {
      __typename
      ... on OfficialAccount {
        ...OfficialFields
      }
      ...RefusalFields
    }
  }
`);

export const dismissDocument = graphql(`
  mutation DismissOfficial($input: DismissOfficialInput!) {
    dismissOfficial(input: $input) {
      __typename
      ... on OfficialAccount {
        ...OfficialFields
      }
      ...RefusalFields
    }
  }
`);

export const appointSubstituteDocument = graphql(`
  mutation AppointSubstitute($input: AppointSubstituteInput!) {
    appointSubstitute(input: $input) {
      __typename
      ... on OfficialAccount {
        ...OfficialFields
      }
      ...RefusalFields
    }
  }
`);

export const endSubstitutionDocument = graphql(`
  mutation EndSubstitution($input: EndSubstitutionInput!) {
    endSubstitution(input: $input) {
      __typename
      ... on OfficialAccount {
        ...OfficialFields
      }
      ...RefusalFields
    }
  }
`);

export const setEmailDocument = graphql(`
  mutation SetOfficialEmail($input: SetOfficialEmailInput!) {
    setOfficialEmail(input: $input) {
      __typename
      ... on OfficialAccount {
        ...OfficialFields
      }
      ...RefusalFields
    }
  }
`);
