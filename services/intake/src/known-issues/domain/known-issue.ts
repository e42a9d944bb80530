import type { FactsOf } from '@otklik/contracts/declare-event';
import type { knownIssueEvents } from '@otklik/contracts/known-issue.events';
import { compact } from '@otklik/kernel';

export type KnownIssueEvent = FactsOf<typeof knownIssueEvents>;

/** What is shown where residents write. Every text is for all to read. */
export interface KnownIssueTexts {
  /** What happened and where, in one line. */
  readonly title: string;
  /** What is done, and when it will be over. */
  readonly text: string;
  readonly textSah?: string;
}

export type KnownIssueState = { readonly status: 'NONE' } | KnownIssue;

export interface KnownIssue extends KnownIssueTexts {
  /** LAPSED: its time is over, and what was done is not said yet. */
  readonly status: 'LIVE' | 'LAPSED' | 'ENDED';
  readonly topics: readonly string[];
  /** Empty: the whole district. */
  readonly settlements: readonly string[];
  readonly words: readonly string[];
  /** ISO 8601 UTC. */
  readonly until: string;
  readonly organisation?: string;
  readonly done?: string;
}

export const noIssue: KnownIssueState = { status: 'NONE' };

export function evolve(state: KnownIssueState, event: KnownIssueEvent): KnownIssueState {
  if (event.type === 'KnownIssueOpened') {
    const { type: _, words = [], ...opened } = event;
    return { status: 'LIVE', words, ...opened };
  }
  if (state.status === 'NONE') return state;
  switch (event.type) {
    case 'KnownIssueUpdated': {
      const { text, textSah, until } = event;
      const { textSah: _before, ...kept } = state;
      return { ...kept, status: 'LIVE', text, until, ...compact({ textSah }) };
    }
    case 'KnownIssueLapsed':
      return { ...state, status: 'LAPSED' };
    case 'KnownIssueEnded':
      return { ...state, status: 'ENDED', done: event.done };
  }
}

/** The answer to a message that is joined. */
export function answerOf({ title, text }: KnownIssueTexts): string {
  return sentences(title, text);
}

/** What is sent to each whose message was joined. */
export function outcomeOf({ title, done }: { readonly title: string; readonly done: string }): string {
  return sentences(title, done);
}

function sentences(title: string, text: string): string {
  return `${/[.!?…]$/u.test(title) ? title : `${title}.`} ${text}`;
}
