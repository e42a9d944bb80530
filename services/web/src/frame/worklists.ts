import type { WorklistCode } from '../generated/enumerations.js';
import type { WordId } from '../words/words.js';

export type { WorklistCode };

/** The rail's groups of lists, in the order of work. */
export interface RailGroup {
  readonly title?: WordId;
  readonly lists: readonly WorklistCode[];
}

export const railGroups: readonly RailGroup[] = [
  {
    lists: [
      'MINE',
      'CO_EXECUTED',
      'DEPARTMENT',
      'IN_WORK',
      'DUE_TODAY',
      'OVERDUE',
      'ESCALATED',
      'INFORMATION_AWAITED',
      'INFORMATION_OVERDUE',
      'EXTENSION_ASKED',
      'PROMISES',
    ],
  },
  {
    title: 'frame.groupIntake',
    lists: [
      'TO_MODERATE',
      'TO_REGISTER',
      'ARRIVALS_ESCALATED',
      'UNASSIGNED',
      'RETURNED',
      'BODIES_REFUSED',
      'REOPENING_REQUESTED',
      'SUPPLEMENTED',
      'STRIKE_PROPOSED',
      'STRUCK',
    ],
  },
  {
    title: 'frame.groupAnswer',
    lists: [
      'SENT_BACK',
      'TO_APPROVE',
      'TO_SIGN',
      'TO_CALL',
      'TO_POST',
      'TO_POS',
      'LETTERS_TO_BODIES',
      'AT_BODIES',
      'TO_PUBLISH',
    ],
  },
];

/** Lists of what waits for the official's own act. */
const ownLists: readonly WorklistCode[] = [
  ...(['MINE', 'TO_MODERATE', 'TO_REGISTER', 'TO_APPROVE', 'TO_SIGN'] as const),
  // The start of a coordinator, and of a head with nothing to approve or to sign.
  'UNASSIGNED',
];

/** Where the desk opens: at what waits for the official, else at the first list of the rail that holds more than help to others. */
export function firstList(counts: Partial<Record<WorklistCode, { readonly total: number }>>): WorklistCode | undefined {
  const all = railGroups.flatMap(({ lists }) => lists);
  const main = all.filter((code) => code !== 'CO_EXECUTED');
  return ownLists.find((code) => counts[code]?.total) ?? main.find((code) => counts[code]);
}

/** The screens that are more than a list. */
const screens: Partial<Record<ListCode, string>> = {
  TO_MODERATE: 'moderation',
  TO_REGISTER: 'registration',
  TO_APPROVE: 'approval',
  TO_SIGN: 'signature',
  TO_CALL: 'calls',
  TO_POST: 'post',
  TO_POS: 'pos',
};

export function worklistPath(district: string, code: ListCode): string {
  return `/desk/${district}/${screens[code] ?? `list/${code.toLowerCase().replaceAll('_', '-')}`}`;
}

/** A list that is opened by its address: a worklist of the rail, or what was answered or registered, to which the head's board and reports lead. */
export type ListCode = WorklistCode | ReportedList;

/** Lists that only reports and the board lead to. */
export type ReportedList = 'ANSWERED' | 'REGISTERED' | 'REGISTERED_APPEALS' | 'MESSAGES' | 'MESSAGE_QUESTIONS';

const reportedLists: Readonly<Record<string, ReportedList>> = {
  answered: 'ANSWERED',
  registered: 'REGISTERED',
  'registered-appeals': 'REGISTERED_APPEALS',
  messages: 'MESSAGES',
  'message-questions': 'MESSAGE_QUESTIONS',
};

export function isReported(code: ListCode): code is ReportedList {
  return Object.values(reportedLists).includes(code as ReportedList);
}

export function listOf(segment: string): ListCode | undefined {
  return reportedLists[segment] ?? worklistOf(segment);
}

function worklistOf(segment: string): WorklistCode | undefined {
  const code = segment.toUpperCase().replaceAll('-', '_');
  return railGroups.flatMap(({ lists }) => lists).find((one) => one === code);
}
