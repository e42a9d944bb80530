import { graphql } from '../../../generated/gql.js';

graphql(`
  fragment CountedTerm on Deadline {
    dueOn
    reason
    before
    dueAt
    workBy
    rule
    ruleVersion
    duty
    source
    replacedBy
    state
    metOn
    steps {
      code
      on
      text
    }
  }
`);
