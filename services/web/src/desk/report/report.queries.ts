import { graphql } from '../../generated/gql.js';

export const sstuReportDocument = graphql(`
  query SstuReport($district: String!, $month: String!) {
    sstuReport(district: $district, month: $month) {
      from
      to
      mapping
      groups {
        code
        appeals
        questions
      }
      appeals
      questions
      accepted
      withSheet
      leftOut
      refusedQuestions
      refused {
        appeal
        number
        questions
        faults {
          question
          field
          why
          mend
        }
      }
      changed
      receipts {
        id
        month
        at
        official {
          name
        }
        questions
        refused
        sha256
        result {
          ...ServerAnswer
        }
      }
    }
  }
`);

export const sstuFileDocument = graphql(`
  query SstuFile($district: String!, $month: String!) {
    sstuFile(district: $district, month: $month) {
      report
      pass
      entries {
        appeal
        name
        json
        sheets
      }
      maxBase64
      maxBytes
    }
  }
`);

graphql(`
  fragment ServerAnswer on SstuResult {
    at
    official {
      name
    }
    accepted
    refused {
      appeal
      number
      reason
    }
  }
`);

graphql(`
  fragment ReceiptOutcome on SstuReceiptResult {
    __typename
    ... on SstuReceipt {
      id
      result {
        ...ServerAnswer
      }
    }
    ... on Refusal {
      code
      message
    }
  }
`);

export const fileSstuReportDocument = graphql(`
  mutation FileSstuReport($input: FileSstuReportInput!) {
    fileSstuReport(input: $input) {
      ...ReceiptOutcome
    }
  }
`);

export const recordSstuResultDocument = graphql(`
  mutation RecordSstuResult($input: RecordSstuResultInput!) {
    recordSstuResult(input: $input) {
      ...ReceiptOutcome
    }
  }
`);

export const appealReviewDocument = graphql(`
  query AppealReview($district: String!, $period: String!) {
    appealReview(district: $district, period: $period) {
      from
      to
      period
      before
      title
      text
      csv
      odt
      docx
      tables {
        code
        title
        lines {
          code
          title
          of
          now
          was
        }
      }
    }
  }
`);
