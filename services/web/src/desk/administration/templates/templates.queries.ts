import { graphql } from '../../../generated/gql.js';

export const templatesDocument = graphql(`
  query AnswerTemplates($district: String!) {
    answerTemplates(district: $district) {
      id
      version
      topic
      title
      text
      outcome
      forMessages
    }
  }
`);

export const topicsDocument = graphql(`
  query TemplateTopics($district: String!) {
    directory(district: $district) {
      topics {
        code
        name
      }
    }
  }
`);

export const saveTemplateDocument = graphql(`
  mutation SaveAnswerTemplate($input: SaveAnswerTemplateInput!) {
    saveAnswerTemplate(input: $input) {
      __typename
      ... on AnswerTemplate {
        id
        version
      }
      ...RefusalFields
    }
  }
`);

export const removeTemplateDocument = graphql(`
  mutation RemoveAnswerTemplate($input: RemoveAnswerTemplateInput!) {
    removeAnswerTemplate(input: $input) {
      __typename
      ... on AnswerTemplate {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
