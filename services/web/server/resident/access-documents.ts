/** Ways to an appeal: by number and code, by the link of a letter, and by the identity of one who signed in. */
export const accessDocuments = {
  openAppeal: `mutation ($district: String!, $number: String!, $code: String!) {
    openAppeal(district: $district, number: $number, code: $code) {
      ... on OpenedAppeal { token }
      ... on Refusal { message }
    }
  }`,
  ownAppeals: `query ($district: String!) {
    ownAppeals(district: $district) {
      total appeals { id receipt number receivedAt state regime excerpt dueOn dueAt questions answered answeredOn }
    }
  }`,
  openOwnAppeal: `mutation ($district: String!, $appeal: UUID!) {
    openOwnAppeal(district: $district, appeal: $appeal) {
      ... on OpenedAppeal { token }
      ... on Refusal { code message }
    }
  }`,
  requestFollowUpLink: `mutation ($input: RequestFollowUpLinkInput!) { requestFollowUpLink(input: $input) { minutes } }`,
  openAppealByLink: `mutation ($input: OpenAppealByLinkInput!) {
    openAppealByLink(input: $input) { token followUpCode }
  }`,
} as const;
