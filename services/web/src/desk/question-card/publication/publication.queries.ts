import { graphql } from '../../../generated/gql.js';

export const publicationFragment = graphql(`
  fragment Publication on ResponseCard {
    publicationAllowed
    publication {
      id
      stage
      ground
      by {
        id
        name
      }
      why
      title
      matter
      text
      photos {
        file
        url
        side
        alt
        released
      }
    }
  }
`);

export const marksDocument = graphql(`
  query PublicationMarks($district: String!, $title: String, $matter: String, $text: String, $officials: [UUID!]) {
    publicationMarks(district: $district, title: $title, matter: $matter, text: $text, officials: $officials) {
      field
      kind
      start
      end
    }
  }
`);
