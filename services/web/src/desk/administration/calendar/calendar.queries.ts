import { graphql } from '../../../generated/gql.js';

export const calendarDocument = graphql(`
  query CalendarYears($district: String!) {
    calendarYears(district: $district) {
      year
      decree
      hasTransfers
      maySetTransfers
      version
      transfers {
        decree
        off
        working
        shortened
        setAt
        by {
          name
        }
      }
    }
  }
`);

export const setTransfersDocument = graphql(`
  mutation SetCalendarTransfers($input: SetCalendarTransfersInput!) {
    setCalendarTransfers(input: $input) {
      __typename
      ... on CalendarYear {
        year
        version
      }
      ...RefusalFields
    }
  }
`);
