import type { RegisterRow } from './register-row.js';

/** What filters look at. */
export type RegisterFacets = Pick<
  RegisterRow,
  | 'district'
  | 'state'
  | 'regime'
  | 'departments'
  | 'topics'
  | 'executors'
  | 'questionStates'
  | 'responseStates'
  | 'dueOn'
  | 'receivedOn'
>;

export function facetsOf(row: RegisterRow): RegisterFacets {
  const { district, state, regime, departments, topics, executors, questionStates, responseStates, receivedOn } = row;
  return {
    ...{ district, state, regime, departments, topics, executors, questionStates, responseStates, receivedOn },
    ...(row.dueOn === undefined ? {} : { dueOn: row.dueOn }),
  };
}
