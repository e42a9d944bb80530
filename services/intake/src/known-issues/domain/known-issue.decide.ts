import { compact, decideBy, refuse, type Decider, type Rules } from '@otklik/kernel';
import {
  evolve,
  noIssue,
  type KnownIssue,
  type KnownIssueEvent,
  type KnownIssueState,
  type KnownIssueTexts,
} from './known-issue.js';

/** An official looks at it again by then: one that is not looked after is worse than none. */
export const MAX_SHOWN_HOURS = 72;

const HOUR_MS = 3_600_000;

interface Given {
  /** When the command was given (ISO 8601 UTC). */
  readonly at: string;
  /** The fields in which something may be personal data. */
  readonly found: readonly string[];
}

export interface OpenKnownIssue extends KnownIssueTexts, Given {
  readonly type: 'OpenKnownIssue';
  readonly topics: readonly string[];
  readonly settlements: readonly string[];
  readonly words?: readonly string[];
  readonly until: string;
  readonly organisation?: string;
}

/** What is absent stays as it is. */
export interface UpdateKnownIssue extends Given {
  readonly type: 'UpdateKnownIssue';
  readonly text?: string;
  readonly textSah?: string;
  readonly until?: string;
  readonly reason?: string;
}

export interface EndKnownIssue extends Given {
  readonly type: 'EndKnownIssue';
  readonly done: string;
}

/** Its time is over. */
export interface LapseKnownIssue {
  readonly type: 'LapseKnownIssue';
  readonly at: string;
}

export type KnownIssueCommand = OpenKnownIssue | UpdateKnownIssue | EndKnownIssue | LapseKnownIssue;

type Changing = Exclude<KnownIssueCommand, OpenKnownIssue>;

const rules: Rules<KnownIssue, Changing, KnownIssueEvent> = {
  UpdateKnownIssue: update,
  EndKnownIssue: end,
  LapseKnownIssue: lapse,
};

const decideKnown = decideBy(rules);

export function decide(command: KnownIssueCommand, state: KnownIssueState): readonly KnownIssueEvent[] {
  if (command.type === 'OpenKnownIssue') return open(command, state);
  return state.status === 'NONE' ? refuse('NOT_FOUND') : decideKnown(command, state);
}

export const knownIssue: Decider<KnownIssueState, KnownIssueCommand, KnownIssueEvent> = {
  initialState: noIssue,
  decide,
  evolve,
};

function open(command: OpenKnownIssue, state: KnownIssueState): readonly KnownIssueEvent[] {
  if (state.status !== 'NONE') return [];
  demandForAll(command);
  demandTime(command.at, command.until);
  const { type: _, at: _at, found: _found, ...opened } = command;
  return [{ type: 'KnownIssueOpened', ...opened }];
}

/** Also of one whose time is over: then it is shown again. A longer time has a reason. */
function update(command: UpdateKnownIssue, state: KnownIssue): readonly KnownIssueEvent[] {
  demandNotEnded(state);
  demandForAll(command);
  const { at, reason } = command;
  const text = command.text ?? state.text;
  const changed = {
    text,
    // Another text has its own translation, or none.
    ...compact({ textSah: command.textSah ?? (text === state.text ? state.textSah : undefined) }),
    until: command.until ?? state.until,
  };
  demandTime(at, changed.until);
  if (changed.until > state.until && reason === undefined) refuse('ISSUE_NEEDS_REASON', { field: 'reason' });
  if (isSame(changed, state)) return [];
  return [{ type: 'KnownIssueUpdated', ...changed, ...compact({ reason }) }];
}

function isSame(changed: Pick<KnownIssue, 'text' | 'textSah' | 'until'>, state: KnownIssue): boolean {
  const { text, textSah, until } = changed;
  return state.status === 'LIVE' && text === state.text && textSah === state.textSah && until === state.until;
}

/** Also of one whose time is over: the word what was done is still awaited. */
function end(command: EndKnownIssue, state: KnownIssue): readonly KnownIssueEvent[] {
  if (state.status === 'ENDED' && state.done === command.done) return [];
  demandNotEnded(state);
  demandForAll(command);
  return [{ type: 'KnownIssueEnded', done: command.done }];
}

/** It was prolonged meanwhile, or ended: nothing is over. */
function lapse({ at }: LapseKnownIssue, { status, title, until }: KnownIssue): readonly KnownIssueEvent[] {
  return status === 'LIVE' && until <= at ? [{ type: 'KnownIssueLapsed', title, until }] : [];
}

function demandNotEnded({ status }: KnownIssue): void {
  if (status === 'ENDED') refuse('ISSUE_ENDED');
}

function demandForAll({ found: [field] }: Given): void {
  if (field !== undefined) refuse('PERSONAL_DATA_FOUND', { field });
}

function demandTime(at: string, until: string): void {
  const hours = (Date.parse(until) - Date.parse(at)) / HOUR_MS;
  if (!(hours > 0 && hours <= MAX_SHOWN_HOURS)) refuse('ISSUE_UNTIL', { field: 'until' });
}
