import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const KnownIssueState = declareEnumeration('KnownIssueState', 'Whether residents read of a known issue.', {
  LIVE: { ru: 'жители видят', en: 'shown to residents' },
  LAPSED: { ru: 'срок прошёл, не сказано, что сделано', en: 'its time is over, and what was done is not said' },
  ENDED: { ru: 'снято', en: 'ended' },
});
export type KnownIssueState = ValueOf<typeof KnownIssueState>;
