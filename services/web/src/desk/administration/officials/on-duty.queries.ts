import { graphql } from '../../../generated/gql.js';

export const onDutyDocument = graphql(`
  query OfficialsOnDuty($district: String!, $at: Date!) {
    officialsOnDuty(district: $district, at: $at) {
      official {
        id
        name
      }
      position
      roles
      absence {
        from
        to
        reason
        standIn {
          id
          name
        }
      }
      substitutedBy {
        id
        order
        substitute {
          id
          name
        }
      }
      substituteOf {
        id
        name
      }
    }
  }
`);
