import { graphql } from '../../generated/gql.js';

export const classifierDocument = graphql(`
  query CardClassifier($district: String!, $search: String, $topic: String, $department: String) {
    classifier(district: $district, search: $search, topic: $topic, department: $department) {
      editions {
        edition
        isWhole
      }
      proposed {
        ...ClassifierLine
      }
      favourites {
        ...ClassifierLine
      }
      found {
        ...ClassifierLine
      }
    }
  }
`);

export const codeProposalsDocument = graphql(`
  query CardCodeProposals($district: String!, $question: UUID!) {
    codeProposals(district: $district, question: $question) {
      judged
      first
      amongThree
      codes {
        isOfTopic
        words
        item {
          ...ClassifierLine
        }
      }
    }
  }
`);

graphql(`
  fragment ClassifierLine on ClassifierItem {
    code
    name
    edition
    path
    theme
  }
`);
