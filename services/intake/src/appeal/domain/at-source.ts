import { refuse } from '@otklik/kernel';
import type { AppealCommand } from './appeal.commands.js';
import type { AppealEvent, Known } from './appeal.js';

/** A change of a message in its network. It is recorded, and changes nothing about the case. */
export type SeenAtSource = Extract<
  AppealEvent,
  {
    type:
      | ('EditedAtSource' | 'RemovedAtSource' | 'RestoredAtSource' | 'OwnMessageSeen')
      | ('MessagesBlocked' | 'MessagesAllowed' | 'OwnMessageRead');
  }
>;

type Seen = Extract<AppealCommand, { type: 'NoteAtSource' }>;

/** Whatever the state of the case, except that nothing is recorded about an erased person. */
export function noteAtSource({ seen, commandId }: Seen, { status }: Known): readonly AppealEvent[] {
  if (status === 'ERASED') refuse('APPEAL_STATE_FORBIDS');
  return [{ ...seen, commandId }];
}

type Measured = Extract<AppealCommand, { type: 'MeasureReactions' }>;

/** Of the appeal's own message, of the post above it, or of what we answered: never of another's. */
export function measureReactions({ type: _, ...measured }: Measured, state: Known): readonly AppealEvent[] {
  if (state.status === 'ERASED' || !isOwnTarget(measured, state)) refuse('APPEAL_STATE_FORBIDS');
  return [{ type: 'ReactionsMeasured', ...measured }];
}

function isOwnTarget({ target, message }: Pick<Measured, 'target' | 'message'>, { published }: Known): boolean {
  const { source } = published.received;
  if (target === 'SOURCE_POST') return source?.thread === message;
  if (target === 'CITIZEN_MESSAGE') return source?.message === message;
  return message !== source?.message && message !== source?.thread;
}
