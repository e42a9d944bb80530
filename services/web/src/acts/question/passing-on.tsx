import { graphql } from '../../generated/gql.js';
import { defineAct } from '../act.js';
import { AssignDialog, type Assigned } from '../dialogs/assign-dialog.js';
import { ofQuestion } from './of-question.js';

/** What was assigned to the official goes on to a colleague of his department. */
export const passOnAssignment = defineAct({
  allowed: 'PASS_ON_ASSIGNMENT',
  document: graphql(`
    mutation CardPassOn($input: PassOnAssignmentInput!) {
      passOnAssignment(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: ofQuestion,
  form: (props, { question }) => <AssignDialog {...props} items={[question]} />,
  input: ({ executor, resolution: text, draftBy }: Assigned) => ({
    executor,
    ...(text && { text }),
    ...(draftBy && { draftBy }),
  }),
});
