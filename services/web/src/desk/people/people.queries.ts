import { graphql } from '../../generated/gql.js';

export const applicantsDocument = graphql(`
  query Applicants($district: String!, $query: String!, $reason: ApplicantSearchReason!) {
    applicants(district: $district, query: $query, reason: $reason) {
      total
      tooMany
      similar
      applicants {
        initials
        phoneEnd
        total
        open
        latest {
          id
          number
          receipt
          receivedAt
          channel
          excerpt
          place
        }
      }
    }
  }
`);

export const applicantFileDocument = graphql(`
  query ApplicantFile(
    $district: String!
    $appeal: UUID!
    $reason: ApplicantSearchReason!
    $details: String
    $consistentWith: String
  ) {
    applicantFile(
      district: $district
      appeal: $appeal
      reason: $reason
      details: $details
      consistentWith: $consistentWith
    ) {
      openedAt
      total
      open
      keptMonths
      consents {
        appeal
        number
        on
        version
        publication
        withdrawnAt
      }
      openings {
        at
        reason
        official {
          name
        }
      }
      applicant {
        name
        contact
        phone
        address
        identified
      }
      appeals {
        answer
        sameName
        open
        joined
        apart
        dueOn
        row {
          id
          version
          number
          receipt
          receivedAt
          channel
          state
          excerpt
        }
      }
    }
  }
`);

export const appealOfNumberDocument = graphql(`
  query AppealOfNumber($district: String!, $number: String!) {
    appeals(district: $district, filter: { number: $number }, first: 2) {
      nodes {
        id
      }
    }
  }
`);

export const joinApplicantsDocument = graphql(`
  mutation JoinApplicants($input: JoinApplicantsInput!) {
    joinApplicants(input: $input) {
      ...ActOutcome
    }
  }
`);

export const partApplicantsDocument = graphql(`
  mutation PartApplicants($input: PartApplicantsInput!) {
    partApplicants(input: $input) {
      ...ActOutcome
    }
  }
`);
