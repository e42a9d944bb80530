import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import type { RegisterColumn } from './register-columns.js';

/**
 * What a field of the filter demands of a column. `BEFORE_NOW` takes a boolean; now is the district's clock. `HOLDS`:
 * one of the values occurs in the column's text between bars.
 */
export interface FilterRule {
  readonly column: RegisterColumn;
  readonly test: 'ANY' | 'EQUAL' | 'FROM' | 'TO' | 'HOLDS' | 'BEFORE_NOW';
}

/** Fields that mean others, by the viewer and the day: `given-filter.ts` puts those in their place. */
type DerivedField = 'worklist' | 'number' | 'words' | 'mine' | 'unassigned' | 'classifier' | 'coExecuted';

export type FilterField =
  | Exclude<keyof AppealFilter, DerivedField>
  | ('awaits' | 'atBodies' | 'registrationKeys' | 'receiptKeys' | 'executors' | 'coExecutors')
  | BoundField;
/** Bounds that the server itself puts. */
export type BoundField = 'workBy' | 'workFrom' | 'dueSince' | 'dueUntil' | 'classifierFrom' | 'classifierTo';

/** The most selective first: a list is read along the index of the first that is given. */
export const filterRules: { readonly [Field in FilterField]-?: FilterRule } = {
  registrationKeys: { column: 'registrationKey', test: 'ANY' },
  receiptKeys: { column: 'receiptKey', test: 'ANY' },
  executor: { column: 'executor', test: 'EQUAL' },
  executors: { column: 'executor', test: 'ANY' },
  coExecutors: { column: 'coExecutors', test: 'HOLDS' },
  promises: { column: 'promise', test: 'ANY' },
  threads: { column: 'thread', test: 'ANY' },
  urgent: { column: 'urgent', test: 'EQUAL' },
  awaits: { column: 'awaits', test: 'ANY' },
  atBodies: { column: 'atBodies', test: 'ANY' },
  topics: { column: 'topic', test: 'ANY' },
  departments: { column: 'department', test: 'ANY' },
  responseStates: { column: 'responseState', test: 'ANY' },
  questionStates: { column: 'questionState', test: 'ANY' },
  states: { column: 'state', test: 'ANY' },
  settlements: { column: 'settlement', test: 'ANY' },
  ratings: { column: 'rating', test: 'ANY' },
  regimes: { column: 'regime', test: 'ANY' },
  outcomes: { column: 'outcome', test: 'ANY' },
  results: { column: 'result', test: 'ANY' },
  channels: { column: 'channel', test: 'ANY' },
  networks: { column: 'network', test: 'ANY' },
  extensions: { column: 'extension', test: 'ANY' },
  collective: { column: 'collective', test: 'EQUAL' },
  lateRules: { column: 'lateRules', test: 'HOLDS' },
  dueRules: { column: 'dueRule', test: 'ANY' },
  informationDueBy: { column: 'informationDue', test: 'TO' },
  escalated: { column: 'escalated', test: 'EQUAL' },
  reminded: { column: 'reminded', test: 'EQUAL' },
  termKept: { column: 'termKept', test: 'EQUAL' },
  sameDay: { column: 'sameDay', test: 'EQUAL' },
  terms: { column: 'term', test: 'ANY' },
  classifierFrom: { column: 'classifier', test: 'FROM' },
  classifierTo: { column: 'classifier', test: 'TO' },
  promiseKeptFrom: { column: 'promiseKeptOn', test: 'FROM' },
  promiseKeptTo: { column: 'promiseKeptOn', test: 'TO' },
  answeredFrom: { column: 'answeredOn', test: 'FROM' },
  answeredTo: { column: 'answeredOn', test: 'TO' },
  dueFrom: { column: 'dueOn', test: 'FROM' },
  dueBy: { column: 'dueOn', test: 'TO' },
  workFrom: { column: 'workBy', test: 'FROM' },
  workBy: { column: 'workBy', test: 'TO' },
  dueSince: { column: 'due', test: 'FROM' },
  dueUntil: { column: 'due', test: 'TO' },
  overdue: { column: 'due', test: 'BEFORE_NOW' },
  receivedFrom: { column: 'receivedOn', test: 'FROM' },
  receivedTo: { column: 'receivedOn', test: 'TO' },
  registeredFrom: { column: 'registeredOn', test: 'FROM' },
  registeredTo: { column: 'registeredOn', test: 'TO' },
};
