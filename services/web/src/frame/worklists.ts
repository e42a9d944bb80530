import type { WorklistCode } from '../generated/enumerations.js';
import type { WordId } from '../words/words.js';

export type { WorklistCode };

/** The rail's groups of lists, in the order of work. */
export interface RailGroup {
  readonly title?: WordId;
  readonly lists: readonly WorklistCode[];
}

export const railGroups: readonly RailGroup[] = [
  { lists: ['MINE', 'DEPARTMENT', 'IN_WORK', 'DUE_TODAY', 'OVERDUE'] },
  {
    title: 'frame.groupIntake',
    lists: ['TO_MODERATE', 'TO_REGISTER', 'UNASSIGNED', 'RETURNED', 'REOPENING_REQUESTED'],
  },
  { title: 'frame.groupAnswer', lists: ['SENT_BACK', 'TO_APPROVE', 'TO_SIGN', 'TO_CALL'] },
];

/** The screens that are more than a list. */
const screens: Partial<Record<WorklistCode, string>> = {
  TO_MODERATE: 'moderation',
  TO_REGISTER: 'registration',
  TO_APPROVE: 'approval',
  TO_SIGN: 'signature',
  TO_CALL: 'calls',
};

export function worklistPath(district: string, code: WorklistCode): string {
  return `/desk/${district}/${screens[code] ?? `list/${code.toLowerCase().replaceAll('_', '-')}`}`;
}

export function worklistOf(segment: string): WorklistCode | undefined {
  const code = segment.toUpperCase().replaceAll('-', '_');
  return railGroups.flatMap(({ lists }) => lists).find((one) => one === code);
}
