import { graphql } from '../../../generated/gql.js';

export const templatesDocument = graphql(`
  query ReplyTemplates($district: String!, $question: UUID!) {
    answerTemplates(district: $district, question: $question) {
      id
      title
      text
      filled
      outcome
    }
  }
`);

export const pathsDocument = graphql(`
  query ReplyPaths($district: String!, $question: UUID!) {
    answerPaths(district: $district, question: $question) {
      way
      network
      possible
      reason
      since
      until
      max
      public
    }
  }
`);

export const previewDocument = graphql(`
  query ReplyPreview($district: String!, $question: UUID!, $text: String!, $outcome: Outcome, $attachments: [String!]) {
    letterPreview(district: $district, question: $question, text: $text, outcome: $outcome, attachments: $attachments) {
      subject
      email
      page
      inNetwork {
        way
        network
        messages
      }
      way
      letter {
        ...PrintedLetter
      }
      warnings {
        kind
        excerpt
        start
        end
      }
    }
  }
`);

export const personalDraftDocument = graphql(`
  query ReplyPersonalDraft($district: String!, $response: UUID!) {
    responseDraft(district: $district, response: $response) {
      text
      outcome
      promisedUntil
      basedOn
      savedAt
    }
  }
`);

export const earlierDraftsDocument = graphql(`
  query ReplyEarlierDrafts($district: String!, $response: UUID!) {
    earlierDrafts(district: $district, response: $response) {
      by
      byName
      text
      outcome
      promisedUntil
      at
    }
  }
`);

export const saveDraftDocument = graphql(`
  mutation ReplySaveDraft($input: SaveResponseDraftInput!) {
    saveResponseDraft(input: $input) {
      __typename
      ... on PersonalDraft {
        savedAt
      }
      ...RefusalFields
    }
  }
`);

export const versionsDocument = graphql(`
  query ReplyVersions($district: String!, $response: UUID!) {
    responseVersions(district: $district, response: $response) {
      version
      text
      outcome
      byName
      at
    }
  }
`);
